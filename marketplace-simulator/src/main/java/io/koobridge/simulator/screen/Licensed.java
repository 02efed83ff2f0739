package io.koobridge.simulator.screen;

import io.koobridge.simulator.applying.Application;
import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.Received;
import io.koobridge.simulator.codes.Codes;
import java.util.List;

/** The tables of licences that were applied for, and of authorization codes. */
final class Licensed {
    private static final int SHOWN = 10;

    private Licensed() {}

    static String tables(Applications applications, Codes codes) {
        return Html.table(
                        "Licences",
                        List.of("event", "order", "state", "code", "until", "device", "licence", "times received", ""),
                        applications.listed(application -> true, SHOWN).applications().stream()
                                .map(Licensed::row))
                + Html.table(
                        "Authorization codes",
                        List.of("code", "order", "status", "collected", "activated", "queries", "reports of use"),
                        codes.listed(known -> true, SHOWN).stream().map(Licensed::row));
    }

    private static String row(Application application) {
        Received received = application.course().received();
        return Html.row(
                application.eventId(),
                application.orderId(),
                application.course().state(),
                application.course().reason() == null
                        ? application.course().resultCode()
                        : application.course().reason(),
                application.members().get("expireTime"),
                application.members().get("deviceFingerprint"),
                received == null ? null : received.type() + ", " + received.size() + " bytes",
                received == null ? null : received.timesReceived(),
                new Html.Raw(Html.form("apply-again", "Apply again", Html.hidden("eventId", application.eventId()))));
    }

    private static String row(Codes.Known known) {
        return Html.row(
                known.code().code(),
                known.code().orderId(),
                known.status(),
                known.code().collected() ? "yes" : "no",
                known.code().activation().at(),
                known.code().queries().count(),
                known.code().usage().count());
    }
}
