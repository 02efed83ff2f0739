package io.koobridge.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Signs whatever is wanted, with the keys of RFC 8032's first two examples. */
final class Licences {

    static final String PRODUCT = "OFFI-EXAMPLE-01";
    static final String FINGERPRINT = "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001";
    static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    static final String KEYS =
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\",\"use\":\"sig\",\"x\":\"%s\"}]}"
                    .formatted(X);
    static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\"}";
    static final String CLAIMS = """
            {"aud":"OFFI-EXAMPLE-01","exp":1798761600,"fingerprint":"NEpx9kFhX1A4B2udqvqmOCFHDHAFAUgmUe9pI4hprQM",\
            "iat":1767225600,"instance":"kb1","iss":"seller-1","jti":"lic1","nbf":1767312000,"order":"CS1","quantity":3,"sub":"c1"}""";

    static final PrivateKey KEY = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    static final PrivateKey OTHER_KEY = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private Licences() {}

    static String licence() {
        return signed(HEADER, CLAIMS);
    }

    static String signed(String header, String claims) {
        return signed(header, claims, KEY);
    }

    static String signed(String header, String claims, PrivateKey key) {
        var content = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static PrivateKey key(String seed) {
        try {
            var encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
