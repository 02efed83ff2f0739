package io.koobridge.gateway.dialect.kit;

import io.koobridge.gateway.address.KitPath.KitInterface;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Members that one interface has and another has not (tenant-sync §5). No signature of the kit covers the path: without this, whoever had seen the delete of a user
 * could send it to another interface as the delete of the whole application.
 */
final class KitMembers {

    private KitMembers() {}

    /** What is wrong with a body that was not made for this interface; empty when nothing is. Null and blank count as absent. */
    static Optional<String> ofAnother(KitInterface called, JsonNode body) {
        return ofOthers(called).stream()
                .filter(name -> isGiven(body, name))
                .findFirst()
                .map(name -> "%s is no member of %s".formatted(name, called.label()));
    }

    private static List<String> ofOthers(KitInterface called) {
        return switch (called) {
            case TENANT_SYNC -> List.of("appId", "clientId", "orgCode", "userList", "orgInfo", "orgInfoList");
            case APPLICATION_SYNC -> List.of("userList", "orgCode", "orgInfo", "orgInfoList");
            case AUTH_SYNC -> List.of("orgCode", "orgInfo", "orgInfoList");
            case SINGLE_ORG_SYNC -> List.of("appId", "userList", "orgInfo", "orgInfoList");
            case ALL_ORG_SYNC -> List.of("appId", "userList");
        };
    }

    private static boolean isGiven(JsonNode body, String name) {
        var member = body.path(name);
        return body.hasNonNull(name) && !(member.isString() && member.asString().isBlank());
    }
}
