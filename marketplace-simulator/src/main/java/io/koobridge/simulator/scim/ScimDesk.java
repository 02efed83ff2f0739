package io.koobridge.simulator.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests to a directory (RFC 7644 §3). */
final class ScimDesk {
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final int MOST_LISTED = 1_000;
    private static final int LISTED = 100;

    private final Directory directory;

    ScimDesk(Directory directory) {
        this.directory = directory;
    }

    /** @param path behind {@code /scim/v2} */
    record Question(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String ifMatch,
            String base) {}

    /** @param body null: none */
    record Answer(int status, @Nullable Object body, Map<String, String> headers) {}

    Answer answer(Question question, byte[] body) {
        String[] parts = question.path().split("/", -1);
        if (question.path().equals("/ServiceProviderConfig")) {
            requireGet(question);
            return new Answer(200, configuration(), Map.of());
        }
        Kind kind = Stream.of(Kind.values())
                .filter(each -> parts.length > 1 && each.plural().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "there is nothing at " + question.path()));
        return switch (parts.length) {
            case 2 -> ofAll(kind, question, body);
            case 3 -> ofOne(kind, parts[2], question, body);
            default -> throw Refusal.of(404, "there is nothing at " + question.path());
        };
    }

    private Answer ofAll(Kind kind, Question question, byte[] body) {
        return switch (question.method()) {
            case "GET" -> list(kind, question);
            case "POST" -> {
                Answer made = shown(201, directory.create(kind, object(body)), question);
                Map<String, String> headers = new LinkedHashMap<>(made.headers());
                if (made.body() instanceof ObjectNode resource) {
                    headers.put(
                            "Location",
                            question.base() + "/" + kind.plural() + "/"
                                    + resource.path("id").asString(""));
                }
                yield new Answer(201, made.body(), headers);
            }
            default -> throw notAllowed(question);
        };
    }

    private Answer ofOne(Kind kind, String id, Question question, byte[] body) {
        return switch (question.method()) {
            case "GET" -> shown(200, directory.get(kind, id), question);
            case "PUT" -> shown(200, directory.replace(kind, id, object(body), question.ifMatch()), question);
            case "PATCH" -> {
                Stored changed = directory.patch(kind, id, Patch.read(object(body)), question.ifMatch());
                // As servers do, whose groups may be long (RFC 7644 §3.5.2).
                yield kind == Kind.GROUPS
                        ? new Answer(204, null, Map.of("ETag", changed.etag()))
                        : shown(200, changed, question);
            }
            case "DELETE" -> {
                directory.delete(kind, id, question.ifMatch());
                yield new Answer(204, null, Map.of());
            }
            default -> throw notAllowed(question);
        };
    }

    private static Refusal notAllowed(Question question) {
        return Refusal.of(405, question.method() + " is not possible at " + question.path());
    }

    private static void requireGet(Question question) {
        if (!question.method().equals("GET")) {
            throw notAllowed(question);
        }
    }

    private static Answer shown(int status, Stored stored, Question question) {
        return new Answer(
                status, Attributes.answered(stored, question.base(), wanted(question)), Map.of("ETag", stored.etag()));
    }

    private Answer list(Kind kind, Question question) {
        String text = question.query().get("filter");
        Filter filter = text == null ? null : Filter.of(text);
        int startIndex = Math.max(1, number(question, "startIndex", 1));
        int count = Math.clamp(number(question, "count", LISTED), 0, MOST_LISTED);
        Directory.Page page = directory.list(kind, filter, startIndex, count);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of(LIST));
        body.put("totalResults", page.total());
        body.put("startIndex", startIndex);
        body.put("itemsPerPage", page.resources().size());
        Attributes.Wanted wanted = wanted(question);
        body.put(
                "Resources",
                page.resources().stream()
                        .map(each -> Attributes.answered(each, question.base(), wanted))
                        .toList());
        return new Answer(200, body, Map.of());
    }

    private static int number(Question question, String name, int otherwise) {
        String text = question.query().get(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.bad("invalidValue", name + " must be a number");
        }
    }

    private static Attributes.Wanted wanted(Question question) {
        return new Attributes.Wanted(names(question, "attributes"), names(question, "excludedAttributes"));
    }

    private static Set<String> names(Question question, String parameter) {
        return Stream.of(question.query().getOrDefault(parameter, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Paths.withoutSchema(name).split("\\.", 2)[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (body.length > 0 && Attributes.JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Refusal.bad("invalidSyntax", "the body is not JSON");
        }
        throw Refusal.bad("invalidSyntax", "the body must be a JSON object");
    }

    private static Map<String, Object> configuration() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        all.put("patch", Map.of("supported", true));
        all.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        all.put("filter", Map.of("supported", true, "maxResults", MOST_LISTED));
        all.put("changePassword", Map.of("supported", false));
        all.put("sort", Map.of("supported", false));
        all.put("etag", Map.of("supported", true));
        all.put(
                "authenticationSchemes",
                List.of(Map.of(
                        "type", "oauthbearertoken",
                        "name", "Bearer token",
                        "description", "the token that the simulator was started with")));
        return all;
    }
}
