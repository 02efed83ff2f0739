package io.koobridge.gateway.dialect.saas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.dialect.json.CallJson;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** How access data stand in an answer. What is not there is left out, never null. */
public sealed interface AccessWriter {

    ObjectNode write(AppInfo appInfo);

    /** What the answer as a whole says about it. */
    default void announce(ObjectNode answer) {}

    /** As they are (saas-v2 §4.2). */
    record Plain() implements AccessWriter {

        @Override
        public ObjectNode write(AppInfo appInfo) {
            var object = CallJson.object().put("frontEndUrl", appInfo.frontEndUrl());
            putIfThere(object, "adminUrl", appInfo.adminUrl());
            putIfThere(object, "userName", appInfo.userName());
            putIfThere(object, "password", appInfo.password());
            putIfThere(object, "memo", appInfo.memo());
            return object;
        }
    }

    /**
     * User name and password encrypted, and nothing but the memo with other characters than ASCII, which are escaped there (saas-v1 §1.2,
     * §3.1). What was sold through another edition may be too long for that: better no user name than an answer that is refused whole.
     */
    record Encrypted(FieldCipher cipher, EncryptType type) implements AccessWriter {

        private static final Logger log = LoggerFactory.getLogger(Encrypted.class);

        @Override
        public ObjectNode write(AppInfo appInfo) {
            var object = CallJson.object().put("frontEndUrl", ascii(appInfo.frontEndUrl()));
            if (appInfo.adminUrl() != null) {
                object.put("adminUrl", ascii(appInfo.adminUrl()));
            }
            putIfThere(object, "userName", encrypted("userName", appInfo.userName()));
            putIfThere(object, "password", encrypted("password", appInfo.password()));
            putIfThere(object, "memo", appInfo.memo());
            return object;
        }

        @Override
        public void announce(ObjectNode answer) {
            answer.put("encryptType", type.digit());
        }

        private @Nullable String encrypted(String field, @Nullable String text) {
            if (text == null) {
                return null;
            }
            if (text.getBytes(UTF_8).length <= FieldCipher.LONGEST_BYTES) {
                return cipher.encrypt(text, type);
            }
            log.atWarn()
                    .addKeyValue("field", field)
                    .log("Access data are too long to be encrypted for this edition and are left out");
            return null;
        }

        /** What is no address is left as it is: JSON escapes it. */
        private static String ascii(String url) {
            if (!UTF_8.newEncoder().canEncode(url)) {
                // Half a character makes toASCIIString() throw.
                return url;
            }
            try {
                return new URI(url).toASCIIString();
            } catch (URISyntaxException unusual) {
                return url;
            }
        }
    }

    private static void putIfThere(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
