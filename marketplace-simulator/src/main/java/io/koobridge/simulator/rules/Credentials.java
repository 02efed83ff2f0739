package io.koobridge.simulator.rules;

import io.koobridge.simulator.life.Delivery.AppInfo;
import io.koobridge.simulator.signing.FieldCipher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code userName} and {@code password} of V1: ciphertext values of at most 128 characters, opened as {@code encryptType} says (saas-v1 §3.1, §7.5). */
final class Credentials {
    private static final int LONGEST = 128;

    private final FieldCipher aes256;
    private final FieldCipher aes128;

    Credentials(String accessKey) {
        this.aes256 = new FieldCipher(accessKey, 256);
        this.aes128 = new FieldCipher(accessKey, 128);
    }

    /**
     * As the buyer would see them.
     *
     * @param breach what is wrong with them; null: nothing
     * @param tooLong fields are checked for their length, so that alone fails the call
     */
    record Opened(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String breach,
            boolean tooLong) {
        AppInfo in(AppInfo sent) {
            return new AppInfo(sent.frontEndUrl(), sent.adminUrl(), userName, password, sent.memo());
        }
    }

    Opened opened(JsonNode answer, JsonNode appInfo) {
        // Unknown values are treated as 1 in the published sample.
        FieldCipher cipher = answer.path("encryptType").asString("1").equals("2") ? aes128 : aes256;
        String user = value(appInfo, "userName");
        String word = value(appInfo, "password");
        for (String name : new String[] {"userName", "password"}) {
            String value = value(appInfo, name);
            if (value != null && value.length() > LONGEST) {
                return new Opened(null, null, name + " has more than 128 characters", true);
            }
        }
        String openUser = user == null ? null : cipher.decrypted(user).orElse(null);
        String openWord = word == null ? null : cipher.decrypted(word).orElse(null);
        boolean shut = (user != null && openUser == null) || (word != null && openWord == null);
        String which = user != null && openUser == null ? "userName" : "password";
        return new Opened(openUser, openWord, shut ? which + " cannot be decrypted as encryptType says" : null, false);
    }

    private static @Nullable String value(JsonNode appInfo, String name) {
        JsonNode value = appInfo.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
