package io.koobridge.simulator.screen;

import io.koobridge.simulator.fault.Catalogue;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.market.ChargingMode;
import java.util.List;
import java.util.stream.Stream;

/** The forms of the page. */
final class Forms {
    static final String NO_FAULT = "no fault";
    static final String CLEAR = "CLEAR";
    private static final List<String> MODES =
            Stream.of(ChargingMode.values()).map(Enum::name).toList();
    private static final List<String> KINDS =
            Catalogue.all().stream().map(Fault::name).toList();
    private static final List<String> API_KINDS =
            List.of("RESULT_CODE", "GATEWAY_ERROR", "HTTP_STATUS", "HANG", "CUT", "GARBAGE", CLEAR);

    private Forms() {}

    static String all() {
        return "<div class=\"forms\">"
                + Html.form(
                        "buy",
                        "Buy",
                        Html.select("listing", Listings.NAMES),
                        Html.select("chargingMode", MODES),
                        Html.select("kind", List.of("formal", "trial")),
                        faults())
                + Html.form(
                        "life",
                        "Play a whole life",
                        Html.select("listing", Listings.NAMES),
                        Html.select("chargingMode", MODES))
                + Html.form(
                        "move",
                        "Move to this edition",
                        Html.input("orderId", "order id"),
                        Html.select("listing", Listings.NAMES))
                + Html.form("apply", "Apply for a licence", Html.input("orderId", "order id"))
                + Html.form("collect", "Collect a code", Html.input("code", "code"))
                + Html.form("open", "Open the front end", Html.input("orderId", "order id"))
                + Html.form(
                        "step",
                        "Take step",
                        Html.input("orderId", "order id"),
                        Html.select("step", Actions.STEPS),
                        faults())
                + Html.form(
                        "fault",
                        "Play this fault",
                        Html.select("kind", KINDS),
                        Html.input("target", "order id, or a debug call"))
                + Html.form("open-api", "Let the order query fail", Html.select("kind", API_KINDS))
                + Html.form("replay", "Replay debug cases")
                + Html.form("chaos", "Chaos for a minute", Html.input("seed", "seed"))
                + "</div>";
    }

    /** Beside an instance: its next step by one click. */
    static Html.Raw steps(String orderId) {
        return new Html.Raw(
                Html.form("step", "Go", Html.hidden("orderId", orderId), Html.select("step", Actions.STEPS), faults()));
    }

    static Html.Raw restart(String orderId, int number) {
        return new Html.Raw(
                Html.form("restart", "Restart", Html.hidden("orderId", orderId), Html.hidden("number", number)));
    }

    private static String faults() {
        return Html.select(
                "fault", Stream.concat(Stream.of(NO_FAULT), KINDS.stream()).toList());
    }
}
