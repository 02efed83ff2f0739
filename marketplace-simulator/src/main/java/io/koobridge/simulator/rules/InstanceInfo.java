package io.koobridge.simulator.rules;

import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.life.Delivery.AppInfo;
import io.koobridge.simulator.life.Delivery.UsageInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one element of {@code info} and checks its fields against the table of saas-v2 §4.2. */
final class InstanceInfo {
    private static final Pattern TIME = Pattern.compile("\\d{17}");

    private InstanceInfo() {}

    /** Says which field is wrong; never leaves this package. */
    static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    static Delivery delivery(JsonNode element, boolean withUsage, boolean ascii) {
        List<UsageInfo> usage = new ArrayList<>();
        for (JsonNode entry : element.path("usageInfo")) {
            usage.add(usage(entry));
        }
        if (withUsage && usage.isEmpty()) {
            throw new Wrong("usageInfo is missing, which pay-per-use and packages must have");
        }
        return new Delivery(appInfo(element.path("appInfo"), ascii), List.copyOf(usage));
    }

    /** V1 may leave {@code appInfo} out of its queries; null then. */
    static @Nullable Delivery optionalDelivery(JsonNode element, boolean withUsage, boolean ascii) {
        if (element.path("appInfo").isObject()) {
            return delivery(element, withUsage, ascii);
        }
        if (withUsage && element.path("usageInfo").isEmpty()) {
            throw new Wrong("usageInfo is missing, which pay-per-use and packages must have");
        }
        element.path("usageInfo").forEach(InstanceInfo::usage);
        return null;
    }

    static AppInfo appInfo(JsonNode appInfo, boolean ascii) {
        String frontEndUrl = text(appInfo, "frontEndUrl", 512);
        if (frontEndUrl == null || frontEndUrl.isBlank()) {
            throw new Wrong("appInfo.frontEndUrl is missing");
        }
        String memo = text(appInfo, "memo", 1024);
        if (memo != null && !ascii && memo.chars().anyMatch(c -> c > 127)) {
            throw new Wrong("memo has characters that are not written as \\uXXXX");
        }
        return new AppInfo(
                frontEndUrl,
                text(appInfo, "adminUrl", 512),
                text(appInfo, "userName", 128),
                text(appInfo, "password", 128),
                memo);
    }

    private static UsageInfo usage(JsonNode entry) {
        JsonNode value = entry.path("usageValue");
        if (!value.isNumber()) {
            throw new Wrong("usageInfo.usageValue is missing or not a number");
        }
        // Double(12,4): twelve digits, four of them decimals.
        BigDecimal amount = value.decimalValue().stripTrailingZeros();
        if (amount.scale() > 4 || amount.precision() - amount.scale() > 8) {
            throw new Wrong("usageInfo.usageValue has more than 8 + 4 digits");
        }
        String time = text(entry, "statisticalTime", 20);
        if (time == null || !TIME.matcher(time).matches()) {
            throw new Wrong("usageInfo.statisticalTime is missing or not yyyyMMddHHmmssSSS");
        }
        return new UsageInfo(amount, time, text(entry, "relatedInstanceId", 64), text(entry, "dashboardUrl", 512));
    }

    static @Nullable String text(JsonNode object, String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > longest) {
            throw new Wrong(name + " is not a string of at most " + longest + " characters");
        }
        return value.stringValue();
    }
}
