package io.koobridge.simulator.web;

import io.koobridge.simulator.life.Sale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The query parameters {@code status} and {@code bulk}. */
record SaleFilter(@Nullable String status, @Nullable String bulk) implements Predicate<Sale> {

    static SaleFilter of(ServerRequest request) {
        return new SaleFilter(
                request.queryParam("status").orElse(null),
                request.queryParam("bulk").orElse(null));
    }

    @Override
    public boolean test(Sale sale) {
        return (status == null || status.equals(sale.status())) && (bulk == null || bulk.equals(sale.bulk()));
    }
}
