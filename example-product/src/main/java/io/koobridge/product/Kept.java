package io.koobridge.product;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file: what must survive a restart.
 *
 * @param highest generation that was begun, also when it was refused or is not done
 * @param tenant absent when none was made yet
 */
record Kept(String id, long highest, @Nullable Tenant tenant) {

    String line() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("instanceId", id);
        members.put("generation", highest);
        if (tenant != null) {
            members.put("tenant", tenant.members());
        }
        return Json.write(members);
    }

    static Kept read(String line) {
        if (!(Json.read(line) instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        var kept = new Call(members);
        var tenant = members.get("tenant") instanceof Map<?, ?> made ? Tenant.read(Call.of(made)) : null;
        return new Kept(kept.instanceId(), kept.generation(), tenant);
    }
}
