package io.koobridge.tenant.login.outside;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** By which products check identities; the first one signs. */
public final class IdentityKeys {

    private static final String SETTING = "koobridge.login.signing-keys";

    private final ECKey first;
    private final JWSSigner signer;
    private final String published;

    private IdentityKeys(List<ECKey> keys) {
        first = keys.getFirst();
        try {
            signer = new ECDSASigner(first);
        } catch (JOSEException e) {
            throw new IllegalArgumentException(SETTING + "[0].private-key is missing: the first key signs", e);
        }
        published = new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList()).toString(true);
    }

    /** One key as settings have it, each half as a PEM text. */
    public record Half(String kid, String pem, boolean isPrivate) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Half[%s]".formatted(kid);
        }
    }

    /**
     * Reads them, in this order.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static IdentityKeys of(List<Half> halves) {
        if (halves.isEmpty() || !halves.getFirst().isPrivate()) {
            throw new IllegalArgumentException(SETTING + "[0].private-key is missing: the first key signs");
        }
        var kids = new HashSet<String>();
        return new IdentityKeys(IntStream.range(0, halves.size())
                .mapToObj(at -> {
                    var half = halves.get(at);
                    if (!kids.add(half.kid())) {
                        throw new IllegalArgumentException(
                                "%s[%d].kid: another key has the kid '%s' too".formatted(SETTING, at, half.kid()));
                    }
                    return key(half, "%s[%d]".formatted(SETTING, at));
                })
                .toList());
    }

    private static ECKey key(Half half, String setting) {
        try {
            return half.isPrivate()
                    ? IdentityKey.ofPrivatePem(half.kid(), half.pem())
                    : IdentityKey.ofPublicPem(half.kid(), half.pem());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(setting, e.getMessage()), e);
        }
    }

    /** As a JWK Set (RFC 7517 §5), without anything secret. */
    public String jwkSet() {
        return published;
    }

    String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(first.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key '%s' does not sign".formatted(first.getKeyID()), e);
        }
        return token.serialize();
    }
}
