package io.koobridge.gateway.running;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One proper call of each activity (saas-v2 §3 to §6), for whatever has to hold for all of them. */
enum ActivityCalls {
    NEW_INSTANCE("newInstance", """
            "businessId":"%1$s","orderId":"CS-%2$s","orderLineId":"CS-%2$s-000001\""""),
    QUERY_INSTANCE("queryInstance", """
            "instanceId":"%2$s,i-2\""""),
    REFRESH_INSTANCE("refreshInstance", """
            "scene":"RENEWAL","orderId":"CS-R","orderLineId":"CS-R-000001","instanceId":"%2$s",\
            "productId":"OFFI-1","expireTime":"20261027155959\""""),
    UPDATE_INSTANCE_STATUS("updateInstanceStatus", """
            "instanceId":"%2$s","status":"FREEZE\""""),
    RELEASE_INSTANCE("releaseInstance", """
            "instanceId":"%2$s","orderId":"CS-U","orderLineId":"CS-U-000001\""""),
    UPGRADE_INSTANCE("upgradeInstance", """
            "instanceId":"%2$s","orderId":"CS-C","orderLineId":"CS-C-000001\""""),
    CHANGE_INSTANCE_CHECK("changeInstanceCheck", """
            "instanceId":"%2$s","productInfo":{"skuCode":"sku-1","productId":"OFFI-2","linearValue":50}""");

    private final String spelling;
    private final String members;

    ActivityCalls(String spelling, String members) {
        this.spelling = spelling;
        this.members = members;
    }

    String spelling() {
        return spelling;
    }

    /** A real one about this instance, or this order where there is no instance yet. */
    Call about(String what, Clock clock) {
        return Call.of(clock, "{%s}".formatted(body(what)));
    }

    /** The same as a debugging call. */
    Call rehearsing(String what, Clock clock) {
        return Call.of(clock, "{%s,\"testFlag\":\"1\"}".formatted(body(what)));
    }

    /** Whether it is stored, and not answered by somebody. */
    boolean isFact() {
        return this != QUERY_INSTANCE && this != CHANGE_INSTANCE_CHECK;
    }

    /** What it hears when it is stored or when the instance is ready. */
    String success() {
        return this == NEW_INSTANCE ? "000004" : "000000";
    }

    static Stream<ActivityCalls> facts() {
        return Stream.of(values()).filter(ActivityCalls::isFact);
    }

    /** One of each. */
    static <T> List<T> each(Function<ActivityCalls, T> change) {
        return Stream.of(values()).map(change).toList();
    }

    private String body(String what) {
        return "\"activity\":\"%s\",%s".formatted(spelling, members.formatted(UUID.randomUUID(), what));
    }
}
