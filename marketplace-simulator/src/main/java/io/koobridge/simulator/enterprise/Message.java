package io.koobridge.simulator.enterprise;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call tells, before ids and times are added.
 *
 * @param rows how many users or departments
 * @param flag null: the interface has none
 * @param members its own, in the order of the documents
 */
record Message(Interface to, int rows, @Nullable Integer flag, Map<String, Object> members) {

    /** The whole body, in the order of the documents; the sender sorts only what it signs. */
    Map<String, Object> body(Profile profile, String timeStamp) {
        Map<String, Object> body = new LinkedHashMap<>();
        profile.putId(body, "instanceId", profile.instanceId());
        if (to == Interface.TENANT) {
            profile.putId(body, "orderId", profile.orderId());
        }
        body.put("tenantId", profile.tenantId());
        body.putAll(members);
        if (to == Interface.AUTHORIZATION) {
            body.put("currentSyncTime", timeStamp);
        }
        if (flag != null) {
            body.put("flag", flag);
        }
        body.put("testFlag", profile.isTest() ? 1 : 0);
        body.put("timeStamp", timeStamp);
        return body;
    }
}
