package io.koobridge.tenant.login;

import io.koobridge.events.SealedText;
import java.util.Optional;

/** Opens the secrets of enterprises' clients, at the moment in which one is sent. */
@FunctionalInterface
public interface LoginSecrets {

    /** Empty when the keys that are here do not open it. */
    Optional<String> open(String tenantId, String appId, SealedText secret);
}
