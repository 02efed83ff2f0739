package io.koobridge.gateway.dialect;

import io.koobridge.crypto.mac.MacTag;

/**
 * A nonce and what was signed with it (saas-v2 §7.5 step 5).
 *
 * @param keyId nonces of different keys have nothing to do with each other
 */
public record Once(String keyId, String nonce, MacTag signature) {}
