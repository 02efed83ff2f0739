package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.gateway.dialect.json.CallJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An element of {@code info} (saas-v2 §4.2). What is not there is left out, never null. */
final class InstanceInfo {

    private static final DateTimeFormatter STATISTICAL_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int DECIMALS = 4;

    private InstanceInfo() {}

    static ObjectNode of(View view, AccessWriter access) {
        var info = CallJson.object().put("instanceId", view.instanceId());
        if (view.appInfo() != null) {
            info.set("appInfo", access.write(view.instanceId(), view.appInfo()));
        }
        if (view.usage() != null) {
            var usageInfo = info.putArray("usageInfo");
            view.usage().forEach(usage -> usageInfo.add(usage(view.instanceId(), usage, access)));
        }
        return info;
    }

    private static ObjectNode usage(String instanceId, Usage usage, AccessWriter access) {
        var object = CallJson.object();
        putIfThere(object, "relatedInstanceId", usage.relatedInstanceId());
        object.put("usageValue", value(usage.value()));
        object.put("statisticalTime", STATISTICAL_TIME.format(usage.asOf()));
        putIfThere(object, "dashboardUrl", access.link(instanceId, "dashboardUrl", usage.dashboardUrl()));
        return object;
    }

    private static BigDecimal value(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static void putIfThere(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
