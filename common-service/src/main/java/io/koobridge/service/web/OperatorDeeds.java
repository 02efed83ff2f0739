package io.koobridge.service.web;

import io.koobridge.events.journal.JournalEntry.OperatorActed;
import io.koobridge.service.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit: every change that a person makes by an internal route is a line of the journal and of the log. */
public final class OperatorDeeds {

    private static final Logger log = LoggerFactory.getLogger(OperatorDeeds.class);

    private final Telemetry telemetry;

    public OperatorDeeds(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * Something was done.
     *
     * @param subject whose timeline the line belongs to
     * @param target as the route names it
     */
    public void done(String subject, String action, String target, String why) {
        telemetry.journal().write(subject, new OperatorActed(telemetry.service(), action, target, why));
        log.atInfo()
                .addKeyValue("action", action)
                .addKeyValue("target", target)
                .addKeyValue("why", why)
                .log("an operator acted");
    }
}
