package io.koobridge.cli.trigger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parameters of a SaaS V1 call, without time stamp and token (saas-v1 §3).
 *
 * @param activity as sent, also one that no gateway knows
 * @param fields further parameters by name
 */
record QueryCall(String activity, Map<String, String> fields) {

    private static final String STATUS = "instanceStatus";

    private static final Set<String> ABOUT_AN_INSTANCE =
            Set.of("refreshInstance", "expireInstance", "releaseInstance", "upgrade", STATUS, "queryInstance");

    /** What is missing for the activity to make sense, as a sentence. */
    Optional<String> flaw() {
        if (ABOUT_AN_INSTANCE.contains(activity) && !fields.containsKey("instanceId")) {
            return Optional.of(activity + " is about an instance: give its id with --instance");
        }
        return activity.equals(STATUS) && !fields.containsKey(STATUS)
                ? Optional.of("Which status? Give --param instanceStatus=FREEZE or --param instanceStatus=NORMAL")
                : Optional.empty();
    }

    /** @param businessId a new one for each call, also for a repeated one (saas-v1 §3.1) */
    Map<String, String> parameters(Supplier<String> businessId) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("activity", activity);
        if (activity.equals(Callback.NEW_INSTANCE) && !fields.containsKey("businessId")) {
            parameters.put("businessId", businessId.get());
        }
        parameters.putAll(fields);
        return parameters;
    }
}
