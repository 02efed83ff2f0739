package io.koobridge.crypto.callback.v1;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where values end, which the signed text does not say: {@code a=1&b=2} is signed like one parameter {@code a} with the value {@code 1&b=2}
 * (saas-v1 §7.9). Whoever had seen a call could otherwise make another one of it, for an order that nobody paid.
 */
public enum Boundaries {
    /** Of the base interfaces: what people call themselves is free, and everything that an activity has is a parameter (saas-v1 §3). */
    BASE(
            "customerName|userName",
            "activity|amount|bandWidth|businessId|chargingMode|customerId|customerName|diskSize|email|expireTime|instanceId|instanceStatus"
                    + "|mobilePhone|orderAmount|orderId|periodNumber|periodType|productId|provisionType|saasExtendParams|skuCode|testFlag"
                    + "|timeStamp|trialFlag|trialToFormal|userId|userName"),
    /** Of the joint-operations kit: names and lists are free (tenant-sync §5). */
    KIT(
            "name|orgName|domainName|orgInfo|orgInfoList|userList",
            "appId|clientId|clientSecret|currentSyncTime|domainName|flag|instanceId|name|orderId|orgCode|orgInfo|orgInfoList|orgName"
                    + "|parentCode|tenantCode|tenantId|testFlag|timeStamp|userList");

    private static final Pattern ANOTHER_PARAMETER = Pattern.compile("&[^&]*=");

    /** In which anything may stand; only what looks like one of the protocol's own parameters may not. */
    private final Pattern free;

    private final Pattern parameter;

    Boundaries(String free, String parameters) {
        this.free = Pattern.compile(free);
        this.parameter = Pattern.compile("&(" + parameters + ")=");
    }

    /**
     * The name of a parameter that could be several: the same text could have been signed for other parameters than these.
     *
     * @param parameters decoded, as they are signed
     * @return the first; empty when there is none
     */
    public Optional<String> doubtful(Map<String, String> parameters) {
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (isDoubtful(each.getKey(), each.getValue())) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    private boolean isDoubtful(String name, String value) {
        if (name.indexOf('&') >= 0 || name.indexOf('=') >= 0) {
            return true;
        }
        if (value.indexOf('&') < 0) {
            return false;
        }
        var other = free.matcher(name).matches() ? parameter : ANOTHER_PARAMETER;
        return other.matcher(value).find();
    }
}
