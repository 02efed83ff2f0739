package io.koobridge.cli.trigger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the callback says, apart from its activity. */
final class Content {

    private static final String ORDER = "orderId";
    private static final String INSTANCE = "instanceId";
    private static final String TEST_FLAG = "testFlag";

    @Option(
            names = "--order",
            paramLabel = "<id>",
            description = "orderId. Default for newInstance, in V1 also for refreshInstance and upgrade: a new one.")
    private @Nullable String order;

    @Option(
            names = "--line",
            paramLabel = "<id>",
            description = "orderLineId, of V2 alone. Default: the order's id and -000001.")
    private @Nullable String line;

    @Option(names = "--instance", paramLabel = "<id>", description = "instanceId.")
    private @Nullable String instance;

    @Option(
            names = {"--field", "--param"},
            paramLabel = "<name=value>",
            description = "Any other member or, in V1, parameter, for example --field status=FREEZE. Can be repeated.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--test-flag", description = "Send testFlag 1: a debugging call, which touches nothing.")
    private boolean testFlag;

    Callback callback(String activity, Supplier<String> newOrder) {
        var members = new LinkedHashMap<String, String>();
        String orderId = order == null && activity.equals(Callback.NEW_INSTANCE) ? newOrder.get() : order;
        if (orderId != null) {
            members.put(ORDER, orderId);
            members.put("orderLineId", line == null ? orderId + "-000001" : line);
        }
        if (instance != null) {
            members.put(INSTANCE, instance);
        }
        if (testFlag) {
            members.put(TEST_FLAG, "1");
        }
        members.putAll(fields);
        return new Callback(activity, members);
    }

    QueryCall query(String activity, Supplier<String> newOrder, Instant now) {
        if (line != null) {
            throw new IllegalArgumentException("--line is for V2: V1 knows no order lines");
        }
        var parameters = new LinkedHashMap<String, String>();
        if (order != null || QueryDefaults.hasAnOrderOfItsOwn(activity)) {
            parameters.put(ORDER, order == null ? newOrder.get() : order);
        }
        if (instance != null) {
            parameters.put(INSTANCE, instance);
        }
        parameters.putAll(QueryDefaults.of(activity, now));
        if (testFlag) {
            parameters.put(TEST_FLAG, "1");
        }
        parameters.putAll(fields);
        return new QueryCall(activity, parameters);
    }
}
