package io.koobridge.license.outside.code;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.code.Bought;
import io.koobridge.license.domain.code.CodeMarket.Activated;
import io.koobridge.license.domain.code.CodeMarket.Looked;
import io.koobridge.license.domain.code.Sighting;
import io.koobridge.license.domain.code.Sighting.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads answers leniently: members by name where they are, numbers for texts, unknown ones ignored, JSON also inside a JSON text (license §5.3). Of the
 * query's second version the form is not known: whatever has the code's name and status at any depth is its answer (§5.4).
 */
final class CodeAnswers {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int SECONDS_DIGITS = 14;
    private static final String CODE = "license_code";
    private static final String STATUS = "status";

    /** Deeper than any answer is. */
    static final int DEEPEST = 8;

    private CodeAnswers() {}

    static Activated activated(JsonNode body) {
        var info = inside(body.path("data").path("license_code_info"));
        return new Activated(bought(info), time(text(info, "expire_time")));
    }

    /** Empty where nothing of the code is told, or in a word that is not known. */
    static Optional<Looked> looked(String code, JsonNode body, Instant asked) {
        var data = inside(body.path("data"));
        var found = find(body, code, DEEPEST).orElse(data);
        return status(text(found, STATUS))
                .map(status -> new Looked(
                        new Sighting(asked, status, time(text(found, "activate_time"))),
                        time(text(found, "expire_time")),
                        bought(found)));
    }

    private static Optional<JsonNode> find(JsonNode node, String code, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        if (code.equals(text(node, CODE)) && node.has(STATUS)) {
            return Optional.of(node);
        }
        for (var child : node) {
            var found = find(inside(child), code, depth - 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Bought bought(JsonNode info) {
        return new Bought(text(info, "product_id"), amount(info.path("amount")), text(info, "order_id"));
    }

    private static @Nullable Long amount(JsonNode amount) {
        if (amount.canConvertToLong() && amount.isIntegralNumber()) {
            return amount.longValue();
        }
        return amount.isString() && amount.stringValue().matches("\\d{1,18}")
                ? Long.valueOf(amount.stringValue())
                : null;
    }

    private static Optional<Status> status(@Nullable String word) {
        return switch (word) {
            case "ALIVE" -> Optional.of(Status.ALIVE);
            case "EXPIRED" -> Optional.of(Status.EXPIRED);
            case "RELEASED" -> Optional.of(Status.RELEASED);
            case null, default -> Optional.empty();
        };
    }

    /** What a JSON text holds, or the node itself. */
    static JsonNode inside(JsonNode node) {
        if (!node.isString() || !node.stringValue().strip().matches("(?s)[{\\[].*")) {
            return node;
        }
        try {
            return Json.mapper().readTree(node.stringValue());
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            return MissingNode.getInstance();
        }
    }

    /** A number where a text is expected is one. */
    static @Nullable String text(JsonNode node, String name) {
        var text = node.path(name).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    /** UTC, as the effect time is (license §5.3); anything behind the seconds is left away. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.length() < SECONDS_DIGITS) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.substring(0, SECONDS_DIGITS), SECONDS)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String written(Instant time) {
        return SECONDS.format(time.atOffset(ZoneOffset.UTC));
    }
}
