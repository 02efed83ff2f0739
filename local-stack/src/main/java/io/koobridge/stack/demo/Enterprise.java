package io.koobridge.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An enterprise of the marketplace: what it does is shown call by call, and then everybody has to agree with it. */
final class Enterprise {

    private static final long IN_TIME_MILLIS = 3_000;
    private static final int ALL = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Stage stage;
    private final TenantService tenants;
    private final JsonNode founded;

    /** Of whom the seller ever heard. */
    private final Set<String> told = new HashSet<>();

    private Enterprise(Stage stage, TenantService tenants, JsonNode founded) {
        this.stage = stage;
        this.tenants = tenants;
        this.founded = founded;
    }

    static Enterprise founded(Stage stage, TenantService tenants, String wish) {
        return new Enterprise(stage, tenants, stage.simulator().post("/simulator/enterprises", wish));
    }

    String tenantId() {
        return text("tenantId");
    }

    String name() {
        return text("name");
    }

    private String text(String member) {
        return founded.path(member).asString("");
    }

    private String path() {
        return "/simulator/enterprises/" + tenantId();
    }

    /** Something that people do there: each call, its answer, and after the last one what all agree on. */
    void does(String verb, String body) {
        var operation = stage.simulator().post("%s:%s?wait=60".formatted(path(), verb), body);
        var authorized = users("authorized=true").stream()
                .map(user -> user.path("userName").asString(""))
                .collect(Collectors.toSet());
        told.addAll(authorized);
        if (text("edition").equals("V1")) {
            // It knows no other way to take an authorization back than to delete.
            told.retainAll(authorized);
        }
        var agreed = agreed();
        var calls = operation.path("calls").valueStream().toList();
        for (int i = 0; i < calls.size(); i++) {
            boolean last = i == calls.size() - 1;
            stage.sheet().row(row(operation, calls.get(i), last ? agreed : Agreement.NOT_ASKED));
        }
        if (!operation.path("state").asString("").equals("DONE")) {
            stage.sheet().check(verb + " is done", false, "DONE, got " + operation);
        }
    }

    /** What is said of all, and who says something else. */
    private record Agreement(String text, List<String> complaints) {
        static final Agreement NOT_ASKED = new Agreement("ACKNOWLEDGED", List.of());
    }

    private Row row(JsonNode operation, JsonNode call, Agreement agreed) {
        var complaints = new ArrayList<>(agreed.complaints());
        var code = call.path("resultCode").asString("");
        if (!code.equals("000000") || call.path("httpStatus").asInt() != 200) {
            complaints.add("expected: 000000, got " + call);
        }
        if (text("edition").equals("V1") && !call.path("bodySign").asString("").equals("RIGHT")) {
            complaints.add("expected: the right Body-Sign");
        }
        if (call.path("millis").asLong() > IN_TIME_MILLIS) {
            complaints.add("expected: an answer within 3 s");
        }
        return new Row(
                List.of(
                        TIME.format(Instant.parse(operation.path("startedAt").asString())),
                        "> %s%s".formatted(text("edition").equals("V1") ? "V1 " : "", said(call)),
                        code,
                        call.path("millis").asString("0"),
                        call.path("bodySign").asString(""),
                        agreed.text()),
                complaints);
    }

    private static String said(JsonNode call) {
        var flag = call.path("flag");
        int rows = call.path("rows").asInt();
        return call.path("call").asString("")
                + (flag.isNumber() ? " flag " + flag.asInt() : "")
                + (rows > 0 ? " (%d rows)".formatted(rows) : "");
    }

    /** The tenant's own service is done with the directory, and the directory is exactly as the enterprise. */
    private Agreement agreed() {
        var wanted = DirectoryEntries.of(this);
        var seen = Waiting.until(
                PATIENCE,
                () -> tenants.isSettled(tenantId()) ? there() : DirectoryEntries.NONE,
                entries -> entries.differences(wanted).isEmpty());
        var differences = seen.differences(wanted);
        return differences.isEmpty()
                ? new Agreement(wanted.text(), List.of())
                : new Agreement(
                        "they do not agree",
                        List.of("the directory has %d differences, first: %s"
                                .formatted(differences.size(), differences.getFirst())));
    }

    private DirectoryEntries there() {
        return DirectoryEntries.in(stage.simulator().get("/scim/control/snapshot"), tenantId());
    }

    List<JsonNode> departments() {
        return stage.simulator()
                .get(path() + "/departments")
                .path("departments")
                .valueStream()
                .toList();
    }

    /** Those who work there and of whom the seller heard. */
    List<JsonNode> toldOf() {
        return users("").stream()
                .filter(user -> told.contains(user.path("userName").asString("")))
                .toList();
    }

    private List<JsonNode> users(String query) {
        return stage.simulator()
                .get("%s/users?limit=%d&%s".formatted(path(), ALL, query))
                .path("users")
                .valueStream()
                .toList();
    }

    boolean isBound() {
        return stage.simulator().get(path()).path("bound").asBoolean();
    }
}
