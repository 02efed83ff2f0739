package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.domain.LoginOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells operators of logins. Never a code, a token, or anything else of a request but its enterprise. */
public final class LoginReports {

    private static final Logger log = LoggerFactory.getLogger(LoginReports.class);

    /** Longer ones are nobody's. */
    private static final int LONGEST_TENANT = 64;

    private final MeterRegistry metrics;
    private final Supplier<String> references;

    /** @param references short, and never the same within days */
    public LoginReports(MeterRegistry metrics, Supplier<String> references) {
        this.metrics = metrics;
        this.references = references;
    }

    /** The reference by which the user's page and the log line are brought together. */
    String told(String application, @Nullable String tenantId, LoginOutcome outcome) {
        var reference = references.get();
        metrics.counter("koobridge.logins", "app", application, "outcome", outcome.word())
                .increment();
        log.atLevel(outcome.status() >= 500 ? Level.WARN : Level.INFO)
                .addKeyValue("application", application)
                .addKeyValue("tenantId", shown(tenantId))
                .addKeyValue("outcome", outcome.word())
                .addKeyValue("reference", reference)
                .log(outcome == LoginOutcome.OK ? "a user logged in" : "a login was refused");
        return reference;
    }

    void renewed(String application, String outcome) {
        metrics.counter("koobridge.login.renewals", "app", application, "outcome", outcome)
                .increment();
    }

    /** An old key is taken away when it stands still. */
    void shown(String application, String keyId) {
        metrics.counter("koobridge.login.api.key.used", "app", application, "key_id", keyId)
                .increment();
    }

    void trouble(String application, Throwable error) {
        log.atWarn()
                .addKeyValue("application", application)
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("a question about logins was not answered");
    }

    private static String shown(@Nullable String tenantId) {
        return tenantId != null && tenantId.length() <= LONGEST_TENANT && tenantId.matches("[A-Za-z0-9._-]+")
                ? tenantId
                : "-";
    }
}
