package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.seal.BatchSealer;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.UserRow;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rows of lists, from the marketplace's words into ours (tenant-sync §5.3 to §5.5). A row is bad only when nobody can tell whom it is about; everything else of it is
 * taken as far as it can be read (design §6). Personal data is sealed as it is read.
 */
final class KitRows {

    /** A row with all of these, each of the longest text, fits into a record of the broker. */
    private static final int MOST_EXTENSIONS = 64;

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
            "extension");

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
    static DepartmentRow department(JsonNode row) {
        var name = KitText.of(row, "orgName");
        return new DepartmentRow(
                row.path("orgCode").asString(),
                name == null ? KitText.of(row, "name") : name,
                KitText.code(row, "parentCode"));
    }

    UserRow user(JsonNode row) {
        var userName = row.path("userName").asString();
        var extension = extension(row);
        return new UserRow(
                userName,
                KitText.of(row, "name"),
                KitText.code(row, "orgCode"),
                either(row, extension, "position"),
                either(row, extension, "employeeCode"),
                employeeType(row, extension),
                lowerCase(KitText.of(row, "role")),
                enabled(row),
                sealed(userName, "mobile", either(row, extension, "mobile")),
                sealed(userName, "email", either(row, extension, "email")),
                either(row, extension, "workPlace"),
                either(row, extension, "entryDate"),
                rest(userName, row, extension));
    }

    private @Nullable SealedText sealed(String userName, String field, @Nullable String value) {
        return value == null
                ? null
                : new SealedText(sealer.seal(value, new SealContext(UserRow.sealedAs(tenantId, userName), field)));
    }

    /** An object, or a text with one in it. */
    private static JsonNode extension(JsonNode row) {
        return KitLists.read(row.path("extension"))
                .filter(rows -> rows.size() == 1)
                .map(rows -> rows.getFirst())
                .filter(JsonNode::isObject)
                .orElseGet(() -> row.path("no such member"));
    }

    private static @Nullable String either(JsonNode row, JsonNode extension, String name) {
        var value = KitText.of(row, name);
        return value == null ? KitText.of(extension, name) : value;
    }

    private static @Nullable Integer employeeType(JsonNode row, JsonNode extension) {
        return Optional.ofNullable(either(row, extension, "employeeType"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** A text, a number or a boolean (tenant-sync §5.3); what is none of both words says nothing. */
    private static @Nullable Boolean enabled(JsonNode row) {
        var text = lowerCase(KitText.of(row, "enable"));
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** What was agreed with the buyer, and what the protocol may have added since: it may be anything, so all of it is sealed. */
    private Map<String, SealedText> rest(String userName, JsonNode row, JsonNode extension) {
        var rest = new LinkedHashMap<String, SealedText>();
        keep(rest, userName, extension);
        keep(rest, userName, row);
        return rest;
    }

    private void keep(Map<String, SealedText> rest, String userName, JsonNode members) {
        for (var member : members.properties()) {
            var name = KitText.cut(member.getKey(), OrderKey.LONGEST);
            var value = KitText.shown(member.getValue());
            if (!OF_USERS.contains(name)
                    && !value.isBlank()
                    && (rest.size() < MOST_EXTENSIONS || rest.containsKey(name))) {
                rest.put(
                        name,
                        new SealedText(sealer.seal(
                                value, new SealContext(UserRow.sealedAs(tenantId, userName), "extension." + name))));
            }
        }
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
