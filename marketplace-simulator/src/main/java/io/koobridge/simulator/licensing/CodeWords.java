package io.koobridge.simulator.licensing;

import io.koobridge.simulator.life.Refresh;
import io.koobridge.simulator.life.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/** What calls about authorization codes say (license §4): SaaS V2's words, with other activities and the code in place of the instance. */
public final class CodeWords {
    private CodeWords() {}

    public static Map<String, Object> of(Step step, String activity, Step.Naming naming) {
        Map<String, Object> words = new LinkedHashMap<>(step.members(naming));
        words.put("activity", activity);
        words.put("license", naming.instanceId());
        words.remove("instanceId");
        if (step instanceof Refresh refresh) {
            // The table prints 14 digits, whatever other guides do.
            words.put("expireTime", refresh.expiry().written());
        }
        return words;
    }
}
