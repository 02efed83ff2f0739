package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Purchase.Ready;
import io.koobridge.simulator.market.Sale;
import io.koobridge.simulator.market.Violations;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** One plain page that shows what goes on. It holds no script, and everything that came from outside is escaped. */
public final class FrontPage {
    private static final int PURCHASES = 20;
    private static final int CALLS = 30;
    private final Book book;
    private final CallLog calls;
    private final Violations violations;

    public FrontPage(Book book, CallLog calls, Violations violations) {
        this.book = book;
        this.calls = calls;
        this.violations = violations;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/", request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .bodyValue(page()))
                .build();
    }

    private String page() {
        String purchases = book.page(sale -> true, 0, PURCHASES).stream()
                .map(FrontPage::row)
                .collect(Collectors.joining());
        String newest = calls.listed(call -> true, CALLS).calls().stream()
                .map(FrontPage::row)
                .collect(Collectors.joining());
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>KooGallery stand-in</title>
            <meta http-equiv="refresh" content="3"><meta name="viewport" content="width=device-width">
            <style>
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1c1e21}
            table{border-collapse:collapse;width:100%%;margin-bottom:2rem}th{text-align:left;color:#5b6570;font-weight:500}
            td,th{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3e6ea;vertical-align:top;overflow-wrap:anywhere}
            code{font-size:13px}
            </style></head><body>
            <h1>KooGallery stand-in</h1>
            <p>A marketplace for development: it sells, calls the seller with signed requests, polls, repeats, and answers order
            queries. Buy something with <code>POST /simulator/purchases</code>. Violations of the protocol so far: <b>%d</b>.</p>
            <h2>Newest purchases</h2><table><tr><th>order<th>status<th>mode<th>instance<th>opens at<th>attempts<th>polls</tr>
            %s</table>
            <h2>Newest calls</h2><table><tr><th>time<th>call<th>order<th>HTTP<th>ms<th>Body-Sign<th>verdict<th>reason</tr>
            %s</table></body></html>
            """.formatted(violations.listed().total(), purchases, newest);
    }

    private static String row(Sale sale) {
        String opensAt = sale.purchase() instanceof Ready ready
                ? ready.delivery().appInfo().frontEndUrl()
                : sale.polls().lastReason();
        return row(
                sale.order().orderId(),
                sale.purchase().status(),
                sale.order().chargingMode(),
                sale.purchase().instanceIdOrNull(),
                opensAt,
                sale.attemptCount(),
                sale.polls().count());
    }

    private static String row(Call call) {
        return row(
                call.at(),
                call.name(),
                call.orderId(),
                call.httpStatus(),
                call.millis(),
                call.bodySign(),
                call.verdict(),
                call.reason());
    }

    private static String row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(cell -> "<td>" + (cell == null ? "" : HtmlUtils.htmlEscape(cell.toString())))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
