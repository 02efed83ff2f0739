package io.koobridge.gateway.dialect.saas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.url.AsciiUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** How access data and other addresses stand in an answer. What is not there is left out, never null. */
public sealed interface AccessWriter {

    /**
     * What stands in the answer.
     *
     * @param instanceId whose access data they are
     */
    ObjectNode write(String instanceId, AppInfo appInfo);

    /**
     * An address that an answer may lack, as it stands there.
     *
     * @param field what it is called there
     * @return null when it is left out
     */
    @Nullable String link(String instanceId, String field, @Nullable String url);

    /** What the answer as a whole says about it. */
    default void announce(ObjectNode answer) {}

    /** As they are (saas-v2 §4.2). */
    record Plain() implements AccessWriter {

        @Override
        public ObjectNode write(String instanceId, AppInfo appInfo) {
            var object = CallJson.object().put("frontEndUrl", appInfo.frontEndUrl());
            putIfThere(object, "adminUrl", appInfo.adminUrl());
            putIfThere(object, "userName", appInfo.userName());
            putIfThere(object, "password", appInfo.password());
            putIfThere(object, "memo", appInfo.memo());
            return object;
        }

        @Override
        public @Nullable String link(String instanceId, String field, @Nullable String url) {
            return url;
        }
    }

    /**
     * User name and password encrypted, and nothing but the memo with other characters than ASCII, which are escaped there (saas-v1 §1.2,
     * §3.1). What was sold through another edition may be too long for that: better no user name than an answer that is refused whole, and
     * better an address that forwards than one that is too long.
     */
    record Encrypted(FieldCipher cipher, EncryptType type, WaitingPage waitingPage) implements AccessWriter {

        private static final Logger log = LoggerFactory.getLogger(Encrypted.class);

        /** Of an address, or the answer as a whole is a failure (saas-v1 §1.2). */
        private static final int LONGEST_URL = 512;

        @Override
        public ObjectNode write(String instanceId, AppInfo appInfo) {
            var object = CallJson.object().put("frontEndUrl", frontEndUrl(instanceId, appInfo.frontEndUrl()));
            putIfThere(object, "adminUrl", link(instanceId, "adminUrl", appInfo.adminUrl()));
            putIfThere(object, "userName", encrypted(instanceId, "userName", appInfo.userName()));
            putIfThere(object, "password", encrypted(instanceId, "password", appInfo.password()));
            putIfThere(object, "memo", appInfo.memo());
            return object;
        }

        @Override
        public @Nullable String link(String instanceId, String field, @Nullable String url) {
            if (url == null) {
                return null;
            }
            var ascii = AsciiUrl.of(url).filter(fitting -> fitting.length() <= LONGEST_URL);
            if (ascii.isEmpty()) {
                unfit(instanceId, field);
            }
            return ascii.orElse(null);
        }

        @Override
        public void announce(ObjectNode answer) {
            answer.put("encryptType", type.digit());
        }

        private @Nullable String encrypted(String instanceId, String field, @Nullable String text) {
            if (text == null || text.getBytes(UTF_8).length <= FieldCipher.LONGEST_BYTES) {
                return text == null ? null : cipher.encrypt(text, type);
            }
            unfit(instanceId, field);
            return null;
        }

        /** There must be one. */
        private String frontEndUrl(String instanceId, String url) {
            return Optional.ofNullable(link(instanceId, "frontEndUrl", url))
                    .or(() -> waitingPage.at(instanceId))
                    .orElse(url);
        }

        private static void unfit(String instanceId, String field) {
            log.atWarn()
                    .addKeyValue("instanceId", instanceId)
                    .addKeyValue("field", field)
                    .log(
                            "What an instance says does not fit into an answer of this edition and is left out or replaced");
        }
    }

    private static void putIfThere(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
