package io.koobridge.events.order;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.OrderKey;
import java.util.regex.Pattern;

/** What an order line is called as an event's subject, as a record's key and as a document. */
public final class OrderIds {

    /** Never in a plain part, so no two lines share an id; and nothing that a shell or a path would take for its own. */
    private static final char BETWEEN = '~';

    /** As the marketplace spells orders; at most 129 characters for both parts. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    private static final String ODD = "order~";

    private OrderIds() {}

    /**
     * The id of an order line: {@code CS2512110948K7QXM~CS2512110948K7QXM-000001}; {@code CS2512110948K7QXM~} where no line is named. An order
     * that is spelled in another way than orders are gets a hash instead, {@code order~…}, for an id has bounds.
     *
     * @param order whose product does not count: a line is notified once, whatever it sells
     */
    public static String of(OrderKey order) {
        var line = order.lineId().orElse("");
        if (!isPlain(order.orderId()) || !(line.isEmpty() || isPlain(line))) {
            return ODD + FactIds.ofNotification(order.orderId(), line);
        }
        return order.orderId() + BETWEEN + line;
    }

    private static boolean isPlain(String part) {
        return PLAIN.matcher(part).matches();
    }
}
