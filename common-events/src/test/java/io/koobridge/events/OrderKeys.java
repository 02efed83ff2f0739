package io.koobridge.events;

import io.koobridge.events.instance.OrderKey;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Order keys of every sort that the record takes, many of them nearly alike. */
public final class OrderKeys {

    private OrderKeys() {}

    public static Arbitrary<OrderKey> any() {
        return Combinators.combine(part(), part().injectNull(0.4), part().injectNull(0.4))
                .as(OrderKey::new);
    }

    private static Arbitrary<String> part() {
        var nasty = Arbitraries.strings()
                .withChars('|', '%', '+', ' ', '2', 'B', '*', '~', '订')
                .ofMinLength(1)
                .ofMaxLength(4);
        var anything = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(OrderKey.LONGEST);
        return Arbitraries.frequencyOf(Tuple.of(3, nasty), Tuple.of(1, anything))
                .filter(text ->
                        !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
}
