package io.koobridge.simulator.openapi;

import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Enters the seller's questions in the record, beside the purchase that they are about. */
public record Journal(Book book, CallLog calls) {

    void add(String name, @Nullable String orderId, Function<About, Call> call) {
        Optional<Sale> sale = Optional.ofNullable(orderId).flatMap(book::findByAnyOrder);
        calls.add(call.apply(new About(
                name,
                orderId,
                sale.map(found -> found.order().orderId()).orElse(null),
                sale.map(Sale::instanceIdOrNull).orElse(null))));
    }
}
