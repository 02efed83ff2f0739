package io.koobridge.gateway.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import java.util.List;
import java.util.UUID;

/** Instances for debugging calls, which carry whatever ids people typed and are replayed twice a day for years (saas-v2 §1.16). */
public final class MadeUp {

    private static final AppInfo APP_INFO = new AppInfo(
            "https://example.com/", null, null, null, "made up for a debugging call, no instance was touched");

    private static final String LICENSE = "made up for a debugging call, no license was issued";

    private MadeUp() {}

    /** The same for the same order, and none that a real order could have: nothing that is made of it later touches anybody's instance. */
    public static Reply purchase(String orderId, String orderLineId) {
        var order = "%d %s %s".formatted(orderId.length(), orderId, orderLineId);
        return new Reply.Purchased("debug-" + UUID.nameUUIDFromBytes(order.getBytes(UTF_8)), true);
    }

    /**
     * The same for an edition whose answer must say how to get in.
     *
     * @param productId empty unless it tells several instances of one order apart
     */
    public static Reply obtained(String orderId, String productId) {
        var id = id(orderId, productId);
        return new Reply.Obtained(id, ready(id));
    }

    /** The same for an edition whose answer is a licence. */
    public static Reply licensed(String orderId, String productId) {
        return new Reply.Obtained(id(orderId, productId), new Standing.Licensed(LICENSE));
    }

    private static String id(String orderId, String productId) {
        var order = productId.isEmpty() ? orderId : "%d %s %s".formatted(orderId.length(), orderId, productId);
        return "debug-" + UUID.nameUUIDFromBytes(order.getBytes(UTF_8));
    }

    /** Each of them ready, under the very id that was asked. */
    public static Reply lookUp(List<String> instanceIds) {
        return new Reply.LookedUp(instanceIds.stream().map(MadeUp::ready).toList());
    }

    private static Standing ready(String instanceId) {
        return new Standing.Ready(new View(instanceId, Phase.ACTIVE, APP_INFO, null, null));
    }
}
