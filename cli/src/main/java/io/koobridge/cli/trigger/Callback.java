package io.koobridge.cli.trigger;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a SaaS V2 callback, in the marketplace's form: compact, members in ascending order (saas-v2 §7.4).
 *
 * @param activity as sent, also one that no gateway knows
 * @param fields further members by name
 */
record Callback(String activity, Map<String, String> fields) {

    static final String NEW_INSTANCE = "newInstance";

    /** The activities about something that exists (saas-v2 §4–6). */
    private static final Set<String> ABOUT_AN_INSTANCE = Set.of(
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck");

    Callback {
        fields = Map.copyOf(fields);
    }

    /** What is missing for the activity to make sense, as a sentence. */
    Optional<String> flaw() {
        return ABOUT_AN_INSTANCE.contains(activity) && !fields.containsKey("instanceId")
                ? Optional.of(activity + " is about an instance: give its id with --instance")
                : Optional.empty();
    }

    /** @param businessId a new one for each call: the marketplace repeats a purchase under another one (saas-v2 §3.1) */
    String body(Supplier<String> businessId) {
        SequencedMap<String, String> members = new TreeMap<>(fields);
        members.put("activity", activity);
        if (activity.equals(NEW_INSTANCE)) {
            members.putIfAbsent("businessId", businessId.get());
        }
        return JsonMapper.shared().writeValueAsString(members);
    }
}
