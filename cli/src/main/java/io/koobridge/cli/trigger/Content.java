package io.koobridge.cli.trigger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the callback says, apart from its activity. */
final class Content {

    @Option(
            names = "--order",
            paramLabel = "<id>",
            description = "orderId. Default for newInstance: a new one; otherwise none.")
    private @Nullable String order;

    @Option(names = "--line", paramLabel = "<id>", description = "orderLineId. Default: the order's id and -000001.")
    private @Nullable String line;

    @Option(names = "--instance", paramLabel = "<id>", description = "instanceId.")
    private @Nullable String instance;

    @Option(
            names = "--field",
            paramLabel = "<name=value>",
            description = "Any other member, for example --field status=FREEZE. Can be repeated.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--test-flag", description = "Send testFlag 1: a debugging call, which touches nothing.")
    private boolean testFlag;

    Callback callback(String activity, Supplier<String> newOrder) {
        var members = new LinkedHashMap<String, String>();
        String orderId = order == null && activity.equals(Callback.NEW_INSTANCE) ? newOrder.get() : order;
        if (orderId != null) {
            members.put("orderId", orderId);
            members.put("orderLineId", line == null ? orderId + "-000001" : line);
        }
        if (instance != null) {
            members.put("instanceId", instance);
        }
        if (testFlag) {
            members.put("testFlag", "1");
        }
        members.putAll(fields);
        return new Callback(activity, members);
    }
}
