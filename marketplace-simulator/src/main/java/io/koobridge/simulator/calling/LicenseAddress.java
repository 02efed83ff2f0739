package io.koobridge.simulator.calling;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the seller is called for License products.
 *
 * @param path production address; empty: none are sold
 * @param keyBase required with the path: access key of the online License's calls
 * @param keyV1 access key of License V1's calls; empty: the same
 */
@ConfigurationPropertiesSource
public record LicenseAddress(
        @DefaultValue("") String path,
        @DefaultValue("") String keyBase,
        @DefaultValue("") String keyV1) {

    public LicenseAddress {
        if (!path.isEmpty() && (!path.startsWith("/") || keyBase.isBlank())) {
            throw new IllegalArgumentException(
                    "koobridge.simulator.license.path must start with /, and license.key-base must be set with it");
        }
    }

    String v1() {
        return keyV1.isBlank() ? keyBase : keyV1;
    }
}
