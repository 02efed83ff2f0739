package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.unboundid.scim2.common.types.Address;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.PhoneNumber;
import com.unboundid.scim2.common.types.Role;
import io.koobridge.tenant.domain.directory.WantedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user in SCIM's words (docs/directory.md). */
final class ScimUser {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private ScimUser() {}

    static ScimEntry entry(WantedUser user, ScimForm form) {
        var name = form.userName(user.tenantId(), user.userName());
        var attributes = new LinkedHashMap<String, JsonNode>();
        attributes.put("userName", ScimJson.node(name));
        attributes.put("active", ScimJson.node(user.active()));
        about(user).forEach((path, value) -> {
            var attribute = path.startsWith(ENTERPRISE) ? ScimForm.ENTERPRISE : path.replaceFirst("\\..*", "");
            if (!form.leaveOut().contains(attribute)) {
                attributes.put(path, value);
            }
        });
        var ownSchema = form.extensionSchema();
        if (ownSchema != null) {
            extension(user.work())
                    .forEach((member, value) -> attributes.put(ownSchema + ":" + member, ScimJson.node(value)));
        }
        return new ScimEntry(Kind.USER, id(user), name, attributes, ownSchema);
    }

    /** Kept, and nothing is allowed to him. */
    static ScimEntry deactivated(WantedUser user, ScimForm form) {
        var attributes = new LinkedHashMap<String, JsonNode>();
        attributes.put("active", ScimJson.node(false));
        if (!form.leaveOut().contains("roles")) {
            attributes.put("roles", NullNode.getInstance());
        }
        return new ScimEntry(Kind.USER, id(user), form.userName(user.tenantId(), user.userName()), attributes, null);
    }

    static OwnId id(WantedUser user) {
        return new OwnId(user.tenantId(), user.userName());
    }

    /** What a server may repeat in its refusals and nobody else is to read. */
    static List<String> personal(WantedUser user) {
        return Stream.concat(
                        Stream.of(
                                user.contact().mobile(),
                                user.contact().email(),
                                user.name(),
                                user.userName(),
                                user.work().employeeCode(),
                                user.work().position(),
                                user.work().entryDate(),
                                user.work().workPlace()),
                        user.work().extension().values().stream())
                .filter(value -> value != null && !value.isBlank())
                .toList();
    }

    static boolean attributeName(String name) {
        return ATTRIBUTE.matcher(name).matches();
    }

    private static Map<String, JsonNode> about(WantedUser user) {
        var work = user.work();
        var about = new LinkedHashMap<String, JsonNode>();
        about.put("displayName", ScimJson.node(user.name()));
        about.put("name.formatted", ScimJson.node(user.name()));
        about.put("title", text(work.position()));
        about.put("userType", text(userType(work.employeeType())));
        about.put("emails", one(user.contact().email(), email -> new Email()
                .setValue(email)
                .setType("work")
                .setPrimary(true)));
        about.put("phoneNumbers", one(user.contact().mobile(), mobile -> new PhoneNumber()
                .setValue(mobile)
                .setType("mobile")));
        about.put(
                "addresses",
                one(work.workPlace(), place -> new Address().setFormatted(place).setType("work")));
        about.put("roles", roles(user.roles()));
        about.put(ENTERPRISE + ":employeeNumber", text(work.employeeCode()));
        about.put(ENTERPRISE + ":department", text(user.orgCode()));
        about.put(ENTERPRISE + ":organization", ScimJson.node(user.tenantId()));
        return about;
    }

    /** The application is the type too: the same role twice is told apart by it (RFC 7643 §2.4). */
    private static JsonNode roles(Map<String, String> roles) {
        var values = new TreeMap<>(roles)
                .entrySet().stream()
                        .map(role -> new Role()
                                .setValue(role.getValue())
                                .setDisplay(role.getKey())
                                .setType(role.getKey()))
                        .toList();
        return values.isEmpty() ? NullNode.getInstance() : ScimJson.node(values);
    }

    private static @Nullable String userType(@Nullable Integer employeeType) {
        return switch (employeeType) {
            case null -> null;
            case 1 -> "regular";
            case 2 -> "intern";
            case 3 -> "dispatched";
            case 4 -> "outsourced";
            default -> employeeType.toString();
        };
    }

    /** Names that are no attribute's in SCIM are left out. */
    private static Map<String, String> extension(WantedUser.Work work) {
        var extension = new TreeMap<String, String>();
        work.extension().forEach((member, value) -> {
            if (attributeName(member)) {
                extension.put(member, value);
            }
        });
        if (work.entryDate() != null) {
            extension.put("entryDate", work.entryDate());
        }
        return extension;
    }

    /** No value and an empty one are the same to SCIM (RFC 7643 §2.5). */
    private static JsonNode text(@Nullable String value) {
        return value == null || value.isEmpty() ? NullNode.getInstance() : ScimJson.node(value);
    }

    private static JsonNode one(@Nullable String value, Function<String, Object> form) {
        return value == null || value.isEmpty() ? NullNode.getInstance() : ScimJson.node(List.of(form.apply(value)));
    }
}
