package io.koobridge.tenant.ledger;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads a table page by page: no cursor stays open while somebody works on what was read. */
final class Pages {

    private Pages() {}

    /** Every row behind every page's last one, until a page is not full. */
    static <T> Flux<Row<T>> all(Function<@Nullable String, Flux<Row<T>>> page, int limit) {
        return page.apply(null)
                .collectList()
                .expand(rows -> rows.size() < limit
                        ? Flux.empty()
                        : page.apply(rows.getLast().id()).collectList())
                .concatMapIterable(List::copyOf);
    }
}
