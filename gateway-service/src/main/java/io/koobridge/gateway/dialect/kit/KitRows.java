package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.UserRow;
import java.util.HashMap;
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

    /** Far above every length that the protocol states. */
    private static final int LONGEST = 1_024;

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

    private final Sealer contact;
    private final String tenantId;

    KitRows(Sealer contact, String tenantId) {
        this.contact = contact;
        this.tenantId = tenantId;
    }

    /** What is wrong with the row, by its index and member; absent when it names whom it is about. */
    static @Nullable String flaw(JsonNode row, String identity) {
        if (!row.isObject()) {
            return " is not an object";
        }
        var id = text(row, identity);
        if (id == null) {
            return "." + identity + " is missing";
        }
        return OrderKey.fits(id) ? null : "." + identity + " is not an id of at most 64 characters";
    }

    /** Of either edition: V1 calls the name {@code name}. */
    static DepartmentRow department(JsonNode row) {
        var name = text(row, "orgName");
        return new DepartmentRow(
                String.valueOf(text(row, "orgCode")), name == null ? text(row, "name") : name, code(row, "parentCode"));
    }

    UserRow user(JsonNode row) {
        var userName = String.valueOf(text(row, "userName"));
        var extension = extension(row);
        return new UserRow(
                userName,
                text(row, "name"),
                code(row, "orgCode"),
                text(row, "position"),
                text(row, "employeeCode"),
                employeeType(row, extension),
                lowerCase(text(row, "role")),
                enabled(row),
                sealed(userName, "mobile", text(row, "mobile")),
                sealed(userName, "email", text(row, "email")),
                either(row, extension, "workPlace"),
                either(row, extension, "entryDate"),
                rest(row, extension));
    }

    private @Nullable SealedText sealed(String userName, String field, @Nullable String value) {
        return value == null
                ? null
                : new SealedText(contact.seal(value, new SealContext(tenantId + '/' + userName, field)));
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
        var value = text(row, name);
        return value == null ? text(extension, name) : value;
    }

    private static @Nullable Integer employeeType(JsonNode row, JsonNode extension) {
        return Optional.ofNullable(either(row, extension, "employeeType"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** A text, a number or a boolean (tenant-sync §5.3); what is none of both words says nothing. */
    private static @Nullable Boolean enabled(JsonNode row) {
        var text = lowerCase(text(row, "enable"));
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** What was agreed with the buyer, and what the protocol may have added since. */
    private static Map<String, String> rest(JsonNode row, JsonNode extension) {
        var rest = new HashMap<String, String>();
        extension.propertyStream().forEach(member -> rest.put(member.getKey(), shown(member.getValue())));
        row.propertyStream()
                .filter(member -> !OF_USERS.contains(member.getKey()))
                .forEach(member -> rest.put(member.getKey(), shown(member.getValue())));
        rest.values().removeIf(String::isEmpty);
        return rest;
    }

    private static String shown(JsonNode value) {
        return cut(value.isValueNode() ? value.asString("") : value.toString());
    }

    private static @Nullable String code(JsonNode row, String name) {
        var code = text(row, name);
        return code != null && OrderKey.fits(code) ? code : null;
    }

    private static @Nullable String text(JsonNode row, String name) {
        var member = row.path(name);
        if (!member.isString() && !member.isNumber() && !member.isBoolean()) {
            return null;
        }
        var text = member.asString();
        return text.isBlank() ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
