package io.koobridge.system.running;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Promises that the gateway broke, in the marketplace's eyes.
 *
 * @param violations of the marketplace's record
 */
record Broken(List<JsonNode> violations) {

    private static final Pattern SECOND_NAME = Pattern.compile("first (?<first>\\S+), then (?<second>\\S+)");

    /** One instance that was told by two ids. */
    record TwoNames(String first, String second) {}

    static Broken of(Marketplace marketplace) {
        return new Broken(
                marketplace.violations().path("violations").valueStream().toList());
    }

    /** A killed gateway has forgotten the nonces that it saw, so a replay passes once more. */
    List<JsonNode> withoutExcuse() {
        return violations.stream()
                .filter(violation -> !violation.path("detail").asString().startsWith("REPLAYED_NONCE "))
                .filter(violation -> !isOfNames(violation))
                .toList();
    }

    /**
     * V1 looks at a sale of V2 by a purchase. While nobody can be asked, the gateway knows no other id than the one that follows from the call; it is another
     * name of the same instance, and must answer as the first one does.
     */
    Stream<TwoNames> twoNames() {
        return violations.stream()
                .filter(Broken::isOfNames)
                .map(violation -> SECOND_NAME.matcher(violation.path("detail").asString()))
                .filter(Matcher::matches)
                .map(names -> new TwoNames(names.group("first"), names.group("second")))
                .distinct();
    }

    private static boolean isOfNames(JsonNode violation) {
        return violation.path("kind").asString().equals("OTHER_INSTANCE_FOR_SAME_ORDER_LINE");
    }
}
