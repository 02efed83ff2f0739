package io.koobridge.license.outside.code;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.domain.code.CodeMarket.Reply.NotNow;
import io.koobridge.license.domain.code.CodeMarket.Reply.Refused;
import io.koobridge.license.domain.code.CodeMarket.Reply.Said;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.license.outside.code.CodeInterfaces.Version;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The marketplace's interfaces for codes (license §5.3–5.6). What an answer says follows from its code; those that are not in the table, of the gateway or about our
 * keys, end for all codes together and are no code's fault: they are tried on, and stuck in the end, as order queries are.
 */
public final class KooGalleryCodes implements CodeMarket {

    /** Those that will be said again: the others are "internal error", or not in the table. */
    private static final Set<String> FINAL = Set.of(
            "92020002",
            "92020003",
            "92020004",
            "92020005",
            "92020011",
            "92020020",
            "95000001",
            "95000002",
            "95000003",
            "95000004");

    private static final String INVALID_IN_LIST = "92020020";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenApiClient marketplace;
    private final CodeInterfaces interfaces;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** What is asked; for the journal and the metric. */
    private enum Operation {
        ACTIVATE("code-activate"),
        QUERY("code-query"),
        USAGE("code-usage");

        private final String label;

        Operation(String label) {
            this.label = label;
        }
    }

    public KooGalleryCodes(OpenApiClient marketplace, CodeInterfaces interfaces, Clock clock, MeterRegistry metrics) {
        this.marketplace = marketplace;
        this.interfaces = interfaces;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Reply<Activated> activate(Named code, @Nullable Instant effectiveAt) {
        var body = JSON.objectNode().put("license", code.code());
        return ask(
                Operation.ACTIVATE,
                CodeInterfaces.activation(Version.V1),
                List.of(code),
                effective(body, effectiveAt),
                answer -> new Said<>(CodeAnswers.activated(answer)));
    }

    @Override
    public Reply<Activated> activate(List<Named> codes, @Nullable Instant effectiveAt) {
        var body = JSON.objectNode();
        var list = body.putArray("license_list");
        codes.forEach(each -> list.add(each.code()));
        return ask(
                Operation.ACTIVATE,
                CodeInterfaces.activation(Version.V2),
                codes,
                effective(body, effectiveAt),
                answer -> new Said<>(CodeAnswers.activated(answer)));
    }

    /** Of a list version 2 says that one of it is invalid, and not why: version 1 does (license §5.6). */
    @Override
    public Reply<Looked> look(Named code) {
        var reply = look(code, interfaces.query());
        return interfaces.query() == Version.V2
                        && reply instanceof Refused<Looked>(var number, var _)
                        && number.equals(INVALID_IN_LIST)
                ? look(code, Version.V1)
                : reply;
    }

    private Reply<Looked> look(Named code, Version version) {
        var asked = clock.instant();
        var body = JSON.objectNode();
        switch (version) {
            case V1 -> body.put("license", code.code());
            case V2 -> body.putArray("license_list").add(code.code());
        }
        return ask(Operation.QUERY, CodeInterfaces.query(version), List.of(code), body, answer -> CodeAnswers.looked(
                        code.code(), answer, asked)
                .<Reply<Looked>>map(Said::new)
                .orElseGet(() -> new NotNow<>("the answer says nothing of the code's status", false)));
    }

    @Override
    public Reply<Reported> report(Named code, List<Usage.Entry> entries) {
        var body = JSON.objectNode();
        var one = body.putArray("usage_info").addObject().put("license", code.code());
        // The capital letter stands so in the documentation.
        var list = one.putArray("software_usage_Info");
        for (var entry : entries) {
            var count = entry.activeCount();
            if (count == null) {
                list.addObject().put("id", entry.clientId());
            } else {
                list.addObject().put("active_num", count);
            }
        }
        return ask(
                Operation.USAGE,
                CodeInterfaces.usage(),
                List.of(code),
                body,
                new Reading<>(
                        answer -> reported(Failures.of(answer), INVALID_IN_LIST),
                        (refused, answer) -> reported(Failures.of(answer), entries.size(), refused)));
    }

    private static Reply<Reported> reported(Failures failures, String number) {
        return failures.ofCode()
                ? new Refused<>(
                        failures.number(FINAL).orElse(number), "the marketplace did not take a report of the code")
                : new Said<>(new Reported(failures.entries()));
    }

    /** With which number the list of what failed comes is not documented: what it leaves out was taken. */
    private static Reply<Reported> reported(Failures failures, int sent, Refused<Reported> refused) {
        if (failures.ofCode()) {
            return new Refused<>(failures.number(FINAL).orElse(refused.number()), refused.why());
        }
        return failures.entries() > 0 && failures.entries() < sent
                ? new Said<>(new Reported(failures.entries()))
                : refused;
    }

    private static ObjectNode effective(ObjectNode body, @Nullable Instant effectiveAt) {
        return effectiveAt == null ? body : body.put("real_effect_time", CodeAnswers.written(effectiveAt));
    }

    /** How answers are understood. */
    private record Reading<T>(
            Function<JsonNode, Reply<T>> success, BiFunction<Refused<T>, JsonNode, Reply<T>> refusal) {}

    private <T> Reply<T> ask(
            Operation operation,
            String path,
            List<Named> about,
            ObjectNode body,
            Function<JsonNode, Reply<T>> success) {
        return ask(operation, path, about, body, new Reading<>(success, (refused, _) -> refused));
    }

    /** Nobody knows what the marketplace quotes: wherever its message goes, a code has its name. */
    private <T> Reply<T> ask(Operation operation, String path, List<Named> about, ObjectNode body, Reading<T> reading) {
        var bytes = Json.mapper().writeValueAsBytes(body);
        var names = about.stream().collect(Collectors.toMap(Named::code, Named::id, (one, _) -> one));
        var answer = Optional.ofNullable(marketplace
                        .hiding(names)
                        .post(operation.label, about.getFirst().id(), path, Map.of(), bytes)
                        .block())
                .orElseGet(() -> new OpenApiAnswer.Unavailable("the call ended without an answer", false));
        count(operation, answer);
        return switch (answer) {
            case OpenApiAnswer.Success(var said) -> reading.success().apply(said);
            case OpenApiAnswer.Refused(var number, var message, var said) -> {
                var why = "the marketplace answered %s: %s".formatted(number, message);
                yield FINAL.contains(number)
                        ? reading.refusal().apply(new Refused<>(number, why), said)
                        : new NotNow<>(why, true);
            }
            case OpenApiAnswer.GatewayRefused(var status, var number, var message) ->
                new NotNow<>(
                        "the marketplace's gateway answered %d %s: %s".formatted(status, number, message),
                        status >= 500);
            case OpenApiAnswer.Unavailable(var why, var certainly) -> new NotNow<>(why, !certainly);
        };
    }

    private void count(Operation operation, OpenApiAnswer answer) {
        var outcome =
                switch (answer) {
                    case OpenApiAnswer.Success _ -> "success";
                    case OpenApiAnswer.Refused(var number, var _, var _) -> FINAL.contains(number) ? number : "refused";
                    case OpenApiAnswer.GatewayRefused _ -> "gateway_refused";
                    case OpenApiAnswer.Unavailable _ -> "unavailable";
                };
        metrics.counter("koobridge.license.code.calls", "operation", operation.label, "outcome", outcome)
                .increment();
    }
}
