package io.koobridge.simulator.visiting;

import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.visiting.Visit.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Opens the front end of a purchase as a buyer's browser does. Pages at the seller's waiting address are asked for again while they refresh
 * themselves, until they forward. Where they forward to, or any other address, is the real front end; nobody goes there.
 */
public final class Visits {
    static final String NAME = "openFrontEnd";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Pattern REFRESH = Pattern.compile("http-equiv=[\"']?refresh", Pattern.CASE_INSENSITIVE);
    private static final int HOPS_AT_MOST = 5;
    private static final int PAGES_KEPT = 50;

    private final Book book;
    private final URI waiting;
    private final CallLog calls;
    private final Clock clock;
    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    public Visits(Book book, URI waiting, CallLog calls, Clock clock) {
        this.book = book;
        this.waiting = waiting;
        this.calls = calls;
        this.clock = clock;
    }

    /** Blocks until the front end is reached or the time is up; {@code atMost} is real time. */
    public Visit open(String orderId, Duration atMost) {
        Sale sale = book.known(orderId);
        Sale.HandedOver handed = sale.seen().handedOver();
        if (handed == null) {
            throw new NotNow("nothing was handed over (yet): there is no front end to open");
        }
        String front = handed.delivery().appInfo().frontEndUrl();
        List<Page> pages = new ArrayList<>();
        long until = System.nanoTime() + atMost.toNanos();
        URI at = address(front);
        for (int hops = 0; hops < HOPS_AT_MOST && waitsAt(at); ) {
            Page page = page(sale, at);
            remember(pages, page);
            if (page.location() != null) {
                at = at.resolve(address(page.location()));
                hops++;
            } else if (!page.refreshes()) {
                return new Visit(orderId, front, Visit.State.FAILED, null, List.copyOf(pages));
            } else if (System.nanoTime() >= until || !slept()) {
                return new Visit(orderId, front, Visit.State.WAITING, null, List.copyOf(pages));
            }
        }
        return waitsAt(at)
                ? new Visit(orderId, front, Visit.State.FAILED, null, List.copyOf(pages))
                : new Visit(orderId, front, Visit.State.ARRIVED, at.toString(), List.copyOf(pages));
    }

    private boolean waitsAt(URI at) {
        return waiting.getAuthority().equals(at.getAuthority());
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new NotNow("the front end's address is none: " + text);
        }
    }

    private static void remember(List<Page> pages, Page page) {
        Page before = pages.isEmpty() ? null : pages.getLast();
        if (before != null && before.sameAs(page)) {
            pages.set(pages.size() - 1, before.again());
        } else if (pages.size() < PAGES_KEPT) {
            pages.add(page);
        }
    }

    private Page page(Sale sale, URI at) {
        Instant now = clock.instant();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = browser.send(
                    HttpRequest.newBuilder(at)
                            .timeout(PATIENCE)
                            .header("Accept", "text/html")
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean forwards = response.statusCode() / 100 == 3;
            Page page = new Page(
                    now,
                    at.toString(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    forwards ? response.headers().firstValue("Location").orElse(null) : null,
                    null,
                    REFRESH.matcher(response.body()).find(),
                    1);
            record(sale, page, response.body(), start);
            return page;
        } catch (IOException e) {
            return unseen(sale, at, start, e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unseen(sale, at, start, "interrupted");
        }
    }

    private Page unseen(Sale sale, URI at, long start, String reason) {
        Page page = new Page(clock.instant(), at.toString(), null, null, null, reason, false, 1);
        record(sale, page, "", start);
        return page;
    }

    private void record(Sale sale, Page page, String body, long start) {
        String orderId = sale.order().orderId();
        String verdict = page.location() != null ? "FORWARDED" : page.refreshes() ? "WAITING" : "FAILED";
        calls.add(Call.visited(
                new Call.About(NAME, orderId, orderId, sale.instanceIdOrNull()),
                page.at(),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                new Call.Visited(page.url(), page.status(), body, verdict, page.reason())));
    }

    private static boolean slept() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
