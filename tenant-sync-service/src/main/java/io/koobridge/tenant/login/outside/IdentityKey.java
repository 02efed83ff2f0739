package io.koobridge.tenant.login.outside;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import io.koobridge.crypto.jws.KeyId;
import io.koobridge.crypto.key.Pem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;

/** Keys of ES256 as PEM texts. No message repeats one. */
final class IdentityKey {

    private static final Curve CURVE = Curve.P_256;

    private IdentityKey() {}

    /**
     * Reads {@code -----BEGIN PRIVATE KEY-----}, as {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256} writes it.
     *
     * @throws IllegalArgumentException saying what it is not
     */
    static ECKey ofPrivatePem(String kid, String pem) {
        var encoded = Pem.read("PRIVATE KEY", pem);
        try {
            var key = (ECPrivateKey) factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return named(kid, new ECKey.Builder(CURVE, publicHalf(key)).privateKey(key));
        } catch (GeneralSecurityException | ClassCastException | IllegalStateException e) {
            throw new IllegalArgumentException("this is no private key of the curve P-256", e);
        }
    }

    /** Reads {@code -----BEGIN PUBLIC KEY-----}. */
    static ECKey ofPublicPem(String kid, String pem) {
        var encoded = Pem.read("PUBLIC KEY", pem);
        try {
            var key = (ECPublicKey) factory().generatePublic(new X509EncodedKeySpec(encoded));
            return named(kid, new ECKey.Builder(CURVE, key));
        } catch (GeneralSecurityException | ClassCastException | IllegalStateException e) {
            throw new IllegalArgumentException("this is no public key of the curve P-256", e);
        }
    }

    private static ECKey named(String kid, ECKey.Builder key) {
        return key.keyID(KeyId.checked(kid))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC");
    }

    /** The JDK does not tell it of a private key. Agreeing on a secret with the curve's own point gives half of it, and signing says which other half. */
    private static ECPublicKey publicHalf(ECPrivateKey key) throws GeneralSecurityException {
        var curve = CURVE.toECParameterSpec();
        if (!key.getParams().getCurve().equals(curve.getCurve())) {
            throw new InvalidKeySpecException("another curve");
        }
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(factory().generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)), true);
        var x = new BigInteger(1, agreement.generateSecret());
        var p = ((ECFieldFp) curve.getCurve().getField()).getP();
        var square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        var y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        for (var candidate : Stream.of(y, p.subtract(y)).toList()) {
            var found = (ECPublicKey) factory().generatePublic(new ECPublicKeySpec(new ECPoint(x, candidate), curve));
            if (belongsTo(key, found)) {
                return found;
            }
        }
        throw new InvalidKeySpecException("no point of the curve");
    }

    private static boolean belongsTo(ECPrivateKey key, ECPublicKey candidate) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update((byte) 1);
        var bytes = signature.sign();
        signature.initVerify(candidate);
        signature.update((byte) 1);
        return signature.verify(bytes);
    }
}
