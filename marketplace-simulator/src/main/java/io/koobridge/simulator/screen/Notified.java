package io.koobridge.simulator.screen;

import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.notifying.Notification;
import io.koobridge.simulator.notifying.Notifications;
import java.util.List;

/** The table of order notifications. */
final class Notified {
    private static final int SHOWN = 10;

    private Notified() {}

    static String table(Notifications notifications) {
        if (!notifications.on()) {
            return "<p class=\"quiet\">Order notifications are off: no address for them is configured.</p>";
        }
        return Html.table(
                "Order notifications",
                List.of("order", "type", "state", "attempts", "newest answer", ""),
                notifications.listed(told -> true, SHOWN).notifications().stream()
                        .map(Notified::row));
    }

    private static String row(Notification told) {
        List<Attempt> newest = told.calls().newest();
        Attempt.Heard heard = newest.isEmpty() ? null : newest.getLast().heard();
        boolean done = told.course().state() == Notification.State.ACKNOWLEDGED;
        return Html.row(
                told.orderId(),
                told.orderType(),
                told.course().state(),
                told.calls().count(),
                heard == null ? null : heard.reason() == null ? heard.resultCode() : heard.reason(),
                new Html.Raw(Html.form(
                        done ? "notify-again" : "notify-restart",
                        done ? "Again" : "Restart",
                        Html.hidden("orderId", told.orderId()))));
    }
}
