package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.signing.ClientSecretCipher.Variant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/**
 * Who an enterprise is, and how the seller is told of it.
 *
 * @param instanceId empty in the credential stage
 * @param orderId empty in the credential stage
 * @param domainName base address of its OneAccess
 * @param path production address of the product
 * @param idsAs how ids that are empty are written
 * @param variant digests in the encryption of its client secret
 */
public record Profile(
        String tenantId,
        String tenantCode,
        String name,
        String domainName,
        String instanceId,
        String orderId,
        String appId,
        String clientId,
        String clientSecret,
        Edition edition,
        String path,
        IdsAs idsAs,
        Variant variant,
        boolean isTest) {

    public enum IdsAs {
        EMPTY,
        NULL,
        ABSENT
    }

    void putId(Map<String, Object> body, String name, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            body.put(name, id);
            return;
        }
        switch (idsAs) {
            case EMPTY -> body.put(name, "");
            case NULL -> body.put(name, NullNode.getInstance());
            case ABSENT -> {}
        }
    }

    @Override
    public String toString() {
        return "enterprise " + tenantId;
    }
}
