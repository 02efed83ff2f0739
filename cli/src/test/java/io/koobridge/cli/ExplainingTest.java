package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code explain} of calls in V2 as a user types it, with the keys of a suite. */
abstract class ExplainingTest extends TypedTest {

    static final AccessKey KEY = new AccessKey("base", "an-invented-key-for-this-test", null);
    static final AccessKey KIT = new AccessKey("kit", "an-invented-key-of-the-kit", null);
    static final String TIME = "1730000000123";
    static final String NONCE = "Nq7vR2xK9mT4bYw1";
    static final String BODY = "{\"activity\":\"queryInstance\",\"instanceId\":\"kb1\"}";

    ExplainingTest(Path home) {
        super(home);
    }

    static String query(AccessKey key, String body) {
        return "signature=" + BodySignature.sign(key, NONCE, TIME, body.getBytes(UTF_8)) + "&timestamp=" + TIME
                + "&nonce=" + NONCE;
    }

    static String request(AccessKey key, String body) {
        return "POST /koogallery/saas?" + query(key, body) + " HTTP/1.1\r\nHost: kb.example.com\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    int explain(String... arguments) {
        var all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        return execute(
                Map.of("KOOBRIDGE_KEY_BASE", KEY.secret(), "KOOBRIDGE_KEY_KIT", KIT.secret()),
                all.toArray(String[]::new));
    }
}
