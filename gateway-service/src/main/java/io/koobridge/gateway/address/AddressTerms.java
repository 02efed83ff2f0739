package io.koobridge.gateway.address;

import io.koobridge.crypto.field.EncryptType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sellers and sites have agreed on outside the protocol.
 *
 * @param saasEncryption how SaaS V2 answers carry user name and password; absent: as they are (saas-v2 §4.4)
 */
public record AddressTerms(@Nullable EncryptType saasEncryption, V1Terms v1) {

    public Optional<EncryptType> encryption() {
        return Optional.ofNullable(saasEncryption);
    }
}
