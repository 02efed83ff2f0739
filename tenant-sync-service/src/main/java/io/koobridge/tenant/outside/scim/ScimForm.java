package io.koobridge.tenant.outside.scim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users and groups are written.
 *
 * @param userName the user name there: holds {@code {userName}}, which is unique in its tenant alone, and may hold
 *     {@code {tenantId}}; leave that out only where there is one tenant
 * @param groupName the display name of a department's group: holds {@code {name}} or {@code {orgCode}}, may hold
 *     {@code {tenantId}}. Names of departments repeat; servers that want unique ones need {@code {name} ({orgCode}, {tenantId})}
 * @param leaveOut attributes that the server refuses: of {@code displayName}, {@code name}, {@code title}, {@code userType},
 *     {@code emails}, {@code phoneNumbers}, {@code addresses}, {@code roles}, {@code enterprise}
 * @param extensionSchema URN of a schema of yours that takes {@code entryDate} and the members that the protocol does not name;
 *     they are not sent without one
 */
@ConfigurationPropertiesSource
public record ScimForm(
        @DefaultValue("{userName}@{tenantId}") String userName,
        @DefaultValue("{name}") String groupName,
        @DefaultValue List<String> leaveOut,
        @Nullable String extensionSchema) {

    static final String ENTERPRISE = "enterprise";

    private static final String KEY = ScimSettings.KEY + ".form";
    private static final Set<String> OPTIONAL = Set.of(
            "displayName", "name", "title", "userType", "emails", "phoneNumbers", "addresses", "roles", ENTERPRISE);

    public ScimForm {
        leaveOut = List.copyOf(leaveOut);
        if (!userName.contains("{userName}")) {
            throw new IllegalArgumentException("%s.user-name must hold {userName}, is %s".formatted(KEY, userName));
        }
        if (!groupName.contains("{name}") && !groupName.contains("{orgCode}")) {
            throw new IllegalArgumentException(
                    "%s.group-name must hold {name} or {orgCode}, is %s".formatted(KEY, groupName));
        }
        for (var attribute : leaveOut) {
            if (!OPTIONAL.contains(attribute)) {
                throw new IllegalArgumentException("%s.leave-out has %s, may have %s"
                        .formatted(KEY, attribute, OPTIONAL.stream().sorted().toList()));
            }
        }
        if (extensionSchema != null && !extensionSchema.matches("urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[A-Za-z0-9.:_-]+")) {
            throw new IllegalArgumentException(
                    "%s.extension-schema must be a URN, is %s".formatted(KEY, extensionSchema));
        }
    }

    /** As it is without settings. */
    public static ScimForm usual() {
        return new ScimForm("{userName}@{tenantId}", "{name}", List.of(), null);
    }

    /** What holds the values of others can hold braces too, so all are filled in at once. */
    String userName(String tenant, String user) {
        return Template.filled(userName, Map.of("tenantId", tenant, "userName", user));
    }

    String groupName(String tenant, String orgCode, String name) {
        return Template.filled(groupName, Map.of("tenantId", tenant, "orgCode", orgCode, "name", name));
    }
}
