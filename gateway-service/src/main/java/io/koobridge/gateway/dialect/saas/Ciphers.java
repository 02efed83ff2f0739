package io.koobridge.gateway.dialect.saas;

import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cipher of each configured key, derived once: there are as many keys as operators list. */
public final class Ciphers {

    private final Map<AccessKey, FieldCipher> ciphers = new ConcurrentHashMap<>();

    public FieldCipher of(AccessKey key) {
        return ciphers.computeIfAbsent(key, FieldCipher::of);
    }
}
