package io.koobridge.simulator.screen;

import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Belief;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.openapi.ApiName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One plain page that shows what goes on. It holds no script, and everything that came from outside is escaped. */
public final class FrontPage {
    private static final int PURCHASES = 20;
    private static final int CALLS = 30;
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:88rem;padding:0 1rem;color:#1c1e21;background:#fff}
            table{border-collapse:collapse;width:100%;margin-bottom:2rem}th{text-align:left;color:#5b6570;font-weight:500}
            td,th{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3e6ea;vertical-align:top;overflow-wrap:anywhere}
            form{display:inline-block;margin:0 1rem .5rem 0}td form{margin:0}select,input,button{font:inherit}
            .headline{background:#eef3f8;padding:.5rem .75rem;border-left:3px solid #4a7aa8}
            .quiet{color:#5b6570}.bad{color:#a02020}.forms{margin:1rem 0 2rem}h2{font-size:1.1rem;margin-bottom:.25rem}
            """;
    private final Book book;
    private final Records records;
    private final Played played;
    private final Till till;

    /** What happened so far. */
    public record Records(CallLog calls, Notices notices) {}

    public FrontPage(Book book, Records records, Played played, Till till) {
        this.book = book;
        this.records = records;
        this.played = played;
        this.till = till;
    }

    /** @param still the page does not renew itself, so that one can choose in peace */
    String html(String headline, boolean still) {
        List<Sale> sales = book.page(sale -> true, 0, PURCHASES);
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>KooGallery stand-in</title>"
                + (still ? "" : "<meta http-equiv=\"refresh\" content=\"3\">")
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head><body>"
                + "<h1>KooGallery stand-in</h1>"
                + (headline.isEmpty() ? "" : "<p class=\"headline\">" + Html.text(headline) + "</p>")
                + state() + "<p class=\"quiet\">"
                + (still
                        ? "This page stands still. <a href=\"/\">Let it renew itself</a>."
                        : "This page renews itself every three seconds. <a href=\"/?still\">Hold it still</a> to choose.")
                + "</p>" + Forms.all()
                + Html.table(
                        "Instances",
                        List.of(
                                "order",
                                "status",
                                "edition",
                                "mode",
                                "instance",
                                "believed",
                                "until",
                                "product",
                                "opens at",
                                "next step"),
                        sales.stream().map(FrontPage::row))
                + Html.table(
                        "Steps",
                        List.of("order", "step", "state", "attempts", "newest answer", "fault, expected", ""),
                        sales.stream().flatMap(FrontPage::stepRows).limit(2L * PURCHASES))
                + Licensed.tables(
                        played.licences().applications(), played.licences().codes())
                + Notified.table(played.notifications())
                + Enrolled.table(played.enterprises())
                + Html.table(
                        "Newest calls",
                        List.of(
                                "time",
                                "call",
                                "order",
                                "HTTP",
                                "code",
                                "ms",
                                "Body-Sign",
                                "verdict",
                                "fault, expected",
                                "reason"),
                        records.calls().listed(call -> true, CALLS).calls().stream()
                                .map(FrontPage::row))
                + "</body></html>\n";
    }

    private String state() {
        var delisting = records.notices().delisting().counted(till.now());
        var armed = played.openApi().of(ApiName.ORDER_QUERY).state().armed();
        var replays = played.replays().state();
        return "<p>Marketplace time " + Html.text(till.now().truncatedTo(ChronoUnit.SECONDS))
                + ". Broken promises: <b>"
                + records.notices().violations().listed().total() + "</b>. Failed orders in "
                + Html.text(delisting.month()) + ": <b>" + delisting.failedOrders() + "</b>"
                + (delisting.delisted() ? " <b class=\"bad\">delisted</b>" : "") + ". Failed debug days in a row: <b>"
                + replays.failedDaysInARow() + "</b>"
                + (replays.frozenForTrading() ? " <b class=\"bad\">frozen for trading</b>" : "") + ". Order query: <b>"
                + (armed == null
                        ? "works"
                        : Html.text(armed.fault().name())
                                + (armed.callsLeft() == null ? "" : ", " + armed.callsLeft() + " calls left"))
                + "</b>. Chaos: <b>"
                + played.chaos().view().map(view -> Html.text(view.state())).orElse("none") + "</b>. Lives: "
                + played.lives().listed().stream()
                        .limit(3)
                        .map(life -> Html.text(
                                life.orderId() + " " + life.state() + " " + life.done() + "/" + life.planned()))
                        .collect(Collectors.joining(", "))
                + "</p>";
    }

    private static String row(Sale sale) {
        String opensAt = sale.seen().handedOver() == null
                ? sale.seen().polls().lastReason()
                : sale.seen().handedOver().delivery().appInfo().frontEndUrl();
        Belief belief = sale.seen().belief();
        Instant until = belief == null ? null : belief.expiresAt().value().orElse(null);
        return Html.row(
                sale.order().orderId(),
                sale.status(),
                Listings.name(sale.listing()),
                sale.order().chargingMode() + (sale.books().trial() ? " trial" : ""),
                sale.instanceIdOrNull(),
                belief == null ? null : belief.wanted().value(),
                until,
                belief == null
                        ? null
                        : belief.product().value().skuCode() + " × "
                                + belief.product().value().quantity(),
                opensAt,
                Forms.steps(sale.order().orderId()));
    }

    private static Stream<String> stepRows(Sale sale) {
        return sale.trail().deeds().reversed().stream()
                .limit(4)
                .map(deed -> row(sale.order().orderId(), deed));
    }

    private static String row(String orderId, Deed deed) {
        var attempts = deed.attempts().newest();
        var last = attempts.isEmpty() ? null : attempts.getLast();
        boolean again = deed.state() instanceof StepState.Failed || deed.state() instanceof StepState.Delivering;
        return Html.row(
                orderId,
                deed.number() + " " + deed.step().title(),
                deed.state().written(),
                deed.attempts().count(),
                last == null
                        ? null
                        : last.heard().reason() == null
                                ? last.heard().resultCode()
                                : last.heard().reason(),
                last == null || last.wrong() == null
                        ? null
                        : last.wrong().fault() + ", " + last.wrong().expected(),
                again ? Forms.restart(orderId, deed.number()) : null);
    }

    private static String row(Call call) {
        return Html.row(
                call.at(),
                call.about().name(),
                call.about().orderId(),
                call.response().httpStatus(),
                call.judged().resultCode(),
                call.millis(),
                call.response().bodySign(),
                call.judged().verdict(),
                call.judged().fault() == null
                        ? null
                        : call.judged().fault()
                                + (call.judged().expected() == null
                                        ? ""
                                        : ", " + call.judged().expected()),
                call.judged().reason());
    }
}
