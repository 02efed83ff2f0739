package io.koobridge.cli.trigger;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The access data that a V1 answer tells, decrypted (saas-v1 §7.5).
 *
 * @param name {@code userName} or {@code password}
 * @param text empty when the value cannot be decrypted with the given key
 */
record AccessData(String name, Optional<String> text) {

    /** Of {@code newInstance} or {@code queryInstance}, in the answer's order. */
    static List<AccessData> of(JsonNode answer, AccessKey key) {
        var cipher = FieldCipher.of(key);
        // Anything but "2" is the default.
        var type = answer.path("encryptType").asString("").equals(EncryptType.AES_128.digit())
                ? EncryptType.AES_128
                : EncryptType.AES_256;
        var found = new ArrayList<AccessData>();
        Stream.concat(Stream.of(answer), answer.path("info").valueStream())
                .map(holder -> holder.path("appInfo"))
                .forEach(appInfo -> Stream.of("userName", "password")
                        .filter(name -> appInfo.path(name).isString())
                        .forEach(name -> found.add(new AccessData(
                                name, cipher.decrypt(appInfo.path(name).asString(), type)))));
        return found;
    }

    @Override
    public String toString() {
        return "AccessData[name=%s, text=***]".formatted(name);
    }
}
