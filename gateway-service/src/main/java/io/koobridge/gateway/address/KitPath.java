package io.koobridge.gateway.address;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What KooGallery appends to a production address to call an interface of the joint-operations kit (tenant-sync §1).
 *
 * @param edition decides how the call is signed, and what it says
 */
public record KitPath(KitEdition edition, KitInterface called) {

    private static final Map<String, KitPath> ALL = Arrays.stream(KitEdition.values())
            .flatMap(edition -> Stream.of(KitInterface.values()).map(called -> new KitPath(edition, called)))
            .collect(Collectors.toUnmodifiableMap(KitPath::path, Function.identity()));

    /** The editions of the kit. */
    public enum KitEdition {
        V1("/produceAPI/"),
        V2("/produceAPI/v2/");

        private final String path;

        KitEdition(String path) {
            this.path = path;
        }
    }

    /** The interfaces, which both editions have. */
    public enum KitInterface {
        TENANT_SYNC("tenantSync"),
        APPLICATION_SYNC("applicationSync"),
        AUTH_SYNC("authSync"),
        SINGLE_ORG_SYNC("singleOrgSync"),
        ALL_ORG_SYNC("allOrgSync");

        private final String label;

        KitInterface(String label) {
            this.label = label;
        }

        /** As the marketplace calls it. */
        public String label() {
            return label;
        }
    }

    /** By what is appended, exactly. */
    static Map<String, KitPath> all() {
        return ALL;
    }

    /** What is appended. */
    String path() {
        return edition.path + called.label();
    }
}
