package io.koobridge.crypto.callback.v1;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where values end, which the signed text does not say: {@code a=1&b=2} is signed like one parameter {@code a} with the value {@code 1&b=2}
 * (saas-v1 §7.9). Whoever had seen a call could otherwise make another one of it, for an order that nobody paid.
 */
public final class Boundaries {

    /** What people call themselves, in which anything may stand; only what looks like one of the protocol's own parameters may not. */
    private static final Set<String> NAMES_OF_PEOPLE = Set.of("customerName", "userName");

    private static final Pattern ANOTHER_PARAMETER = Pattern.compile("&[^&]*=");

    /** Everything that an activity has (saas-v1 §3). */
    private static final Pattern PARAMETER_OF_THE_PROTOCOL = Pattern.compile(
            "&(activity|amount|bandWidth|businessId|chargingMode|customerId|customerName|diskSize|email|expireTime|instanceId|instanceStatus"
                    + "|mobilePhone|orderAmount|orderId|periodNumber|periodType|productId|provisionType|saasExtendParams|skuCode|testFlag"
                    + "|timeStamp|trialFlag|trialToFormal|userId|userName)=");

    private Boundaries() {}

    /**
     * The name of a parameter that could be several: the same text could have been signed for other parameters than these.
     *
     * @param parameters decoded, as they are signed
     * @return the first; empty when there is none
     */
    public static Optional<String> doubtful(Map<String, String> parameters) {
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (isDoubtful(each.getKey(), each.getValue())) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    private static boolean isDoubtful(String name, String value) {
        if (name.indexOf('&') >= 0 || name.indexOf('=') >= 0) {
            return true;
        }
        if (value.indexOf('&') < 0) {
            return false;
        }
        var other = NAMES_OF_PEOPLE.contains(name) ? PARAMETER_OF_THE_PROTOCOL : ANOTHER_PARAMETER;
        return other.matcher(value).find();
    }
}
