package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.seal.BatchSealer;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.UserRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Rows of lists, from the marketplace's words into ours (tenant-sync §5.3 to §5.5). A row is bad only when nobody can tell whom it is about; everything else of it is
 * taken as far as it can be read (design §6). Personal data is sealed as it is read.
 */
final class KitRows {

    /** A row with all of these, each of the longest text, fits into a record of the broker. */
    private static final int MOST_EXTENSIONS = 64;

    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final String EXTENSION = "extension";
    private static final Set<String> ROLES = Set.of("user", "admin");

    /** tenant-sync §5.3. */
    private static final Set<String> EMPLOYEE_TYPES = Set.of("1", "2", "3", "4");

    private static final Set<String> OF_USERS = Set.of(
            "userName",
            "name",
            "orgCode",
            "position",
            "employeeCode",
            "employeeType",
            "role",
            "enable",
            "mobile",
            "email",
            "workPlace",
            "entryDate",
            EXTENSION);

    private final BatchSealer sealer;
    private final String tenantId;

    KitRows(BatchSealer sealer, String tenantId) {
        this.sealer = sealer;
        this.tenantId = tenantId;
    }

    /** What is wrong with the row; absent when it names whom it is about. */
    static @Nullable String flaw(JsonNode row, String identity) {
        if (!row.isObject()) {
            return " is not an object";
        }
        var id = row.path(identity);
        if (id.isMissingNode() || id.isNull() || (id.isString() && id.asString().isBlank())) {
            return "." + identity + " is missing";
        }
        return (id.isString() || id.isNumber()) && OrderKey.fits(id.asString())
                ? null
                : "." + identity + " is not an id of at most 64 characters";
    }

    /** Of either edition: V1 calls the name {@code name}. */
    static DepartmentRow department(JsonNode department) {
        var row = new KitRow(department, NOTHING);
        var name = row.text("orgName");
        return new DepartmentRow(
                department.path("orgCode").asString(),
                name == null ? row.text("name") : name,
                row.code("parentCode"),
                row.unread());
    }

    UserRow user(JsonNode user) {
        var userName = user.path("userName").asString();
        var extension = extension(user);
        var row = new KitRow(user, extension.orElse(NOTHING));
        if (extension.isEmpty()) {
            row.remark(EXTENSION);
        }
        return new UserRow(
                userName,
                row.text("name"),
                row.code("orgCode"),
                row.either("position"),
                row.either("employeeCode"),
                employeeType(row),
                row.known("role", lowerCase(row.text("role")), ROLES::contains),
                enabled(row),
                sealed(userName, "mobile", row.either("mobile")),
                sealed(userName, "email", row.either("email")),
                row.either("workPlace"),
                row.either("entryDate"),
                rest(userName, row, List.of(extension.orElse(NOTHING), user)),
                row.unread());
    }

    private @Nullable SealedText sealed(String userName, String field, @Nullable String value) {
        return value == null
                ? null
                : new SealedText(sealer.seal(value, new SealContext(UserRow.sealedAs(tenantId, userName), field)));
    }

    /** An object, or a text with one in it; empty when it is something else. */
    private static Optional<JsonNode> extension(JsonNode user) {
        return KitLists.read(user.path(EXTENSION))
                .filter(rows -> rows.size() <= 1)
                .map(rows -> rows.isEmpty() ? NOTHING : rows.getFirst())
                .filter(extension -> extension.isObject() || extension.isMissingNode());
    }

    private static @Nullable Integer employeeType(KitRow row) {
        var text = row.known("employeeType", row.either("employeeType"), EMPLOYEE_TYPES::contains);
        return Optional.ofNullable(text)
                .filter(type -> type.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** A text, a number or a boolean (tenant-sync §5.3); what is none of both words says nothing. */
    private static @Nullable Boolean enabled(KitRow row) {
        var text = lowerCase(row.text("enable"));
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                row.remark("enable");
                yield null;
            }
        };
    }

    /** What was agreed with the buyer, and what the protocol may have added since: it may be anything, so all of it is sealed. */
    private Map<String, SealedText> rest(String userName, KitRow row, List<JsonNode> objects) {
        var rest = new LinkedHashMap<String, SealedText>();
        for (var object : objects) {
            for (var member : object.properties()) {
                if (!OF_USERS.contains(member.getKey())) {
                    keep(rest, userName, row, member);
                }
            }
        }
        return rest;
    }

    private void keep(Map<String, SealedText> rest, String userName, KitRow row, Map.Entry<String, JsonNode> member) {
        var name = row.cut(EXTENSION, member.getKey(), OrderKey.LONGEST);
        var value = row.shown(EXTENSION, member.getValue());
        if (value.isBlank()) {
            return;
        }
        if (rest.size() == MOST_EXTENSIONS && !rest.containsKey(name)) {
            row.remark(EXTENSION);
            return;
        }
        rest.put(
                name,
                new SealedText(sealer.seal(
                        value, new SealContext(UserRow.sealedAs(tenantId, userName), "extension." + name))));
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
