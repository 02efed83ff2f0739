package io.koobridge.simulator.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filter (RFC 7644 §3.4.2.2) without parentheses, {@code or} and {@code not}: comparisons, joined by {@code and}. The rest is refused as
 * {@code invalidFilter}, which servers may do.
 */
record Filter(List<Comparison> all) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> EXACT = Set.of("id", "externalid", "value");
    private static final Pattern ONE = Pattern.compile(
            "\\s*([A-Za-z][\\w:.$-]*)\\s+(?:(pr)|(eq|ne|co|sw|ew)\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|true|false|null|-?[0-9.]+))\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("and\\s", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;

    /** @param value of {@code pr}: null */
    record Comparison(
            String path, String operator, @Nullable JsonNode value) {

        boolean holds(JsonNode resource) {
            List<JsonNode> found = Paths.values(resource, path);
            return switch (operator) {
                case "pr" ->
                    found.stream()
                            .anyMatch(node ->
                                    !node.isNull() && !node.asString("x").isEmpty());
                case "ne" -> found.stream().noneMatch(this::equal);
                case "eq" -> found.stream().anyMatch(this::equal);
                default -> found.stream().anyMatch(this::partly);
            };
        }

        private boolean equal(JsonNode node) {
            if (value == null) {
                return false;
            }
            boolean text = node.isString() && value.isString();
            return text ? folded(node).equals(folded(value)) : node.equals(value);
        }

        private boolean partly(JsonNode node) {
            if (value == null || !node.isString() || !value.isString()) {
                return false;
            }
            String text = folded(node);
            String part = folded(value);
            return switch (operator) {
                case "co" -> text.contains(part);
                case "sw" -> text.startsWith(part);
                default -> text.endsWith(part);
            };
        }

        private String folded(JsonNode node) {
            String text = node.stringValue();
            return isExact() ? text : text.toLowerCase(Locale.ROOT);
        }

        /** Ids alone tell capital letters apart (RFC 7643 §3.1, §7). */
        private boolean isExact() {
            return EXACT.contains(Paths.last(path).toLowerCase(Locale.ROOT));
        }

        /** What it must equal, if it is about this attribute. */
        @Nullable String wanted(String attribute) {
            return operator.equals("eq") && path.equalsIgnoreCase(attribute) && value != null && value.isString()
                    ? value.stringValue()
                    : null;
        }
    }

    static Filter of(String text) {
        if (text.length() > LONGEST) {
            throw Refusal.bad("invalidFilter", "the filter is too long");
        }
        List<Comparison> all = new ArrayList<>();
        Matcher one = ONE.matcher(text);
        Matcher and = AND.matcher(text);
        int at = 0;
        while (one.region(at, text.length()).lookingAt()) {
            all.add(comparison(one));
            at = one.end();
            if (at == text.length()) {
                return new Filter(List.copyOf(all));
            }
            if (!and.region(at, text.length()).lookingAt()) {
                break;
            }
            at = and.end();
        }
        throw Refusal.bad("invalidFilter", "the filter cannot be read or is not supported: " + text);
    }

    private static Comparison comparison(Matcher one) {
        String path = Paths.withoutSchema(one.group(1));
        if (one.group(2) != null) {
            return new Comparison(path, "pr", null);
        }
        try {
            return new Comparison(path, one.group(3).toLowerCase(Locale.ROOT), JSON.readTree(one.group(4)));
        } catch (JacksonException e) {
            throw Refusal.bad("invalidFilter", "the value of " + path + " cannot be read");
        }
    }

    boolean holds(JsonNode resource) {
        return all.stream().allMatch(each -> each.holds(resource));
    }

    /** What it must equal for certain; null: the filter does not say. */
    @Nullable String wanted(String attribute) {
        for (Comparison each : all) {
            String wanted = each.wanted(attribute);
            if (wanted != null) {
                return wanted;
            }
        }
        return null;
    }
}
