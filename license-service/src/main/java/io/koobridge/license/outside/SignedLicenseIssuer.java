package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.koobridge.crypto.jws.SigningKey;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.runtime.identity.SellerId;

/**
 * Signs licences that a product checks without a network (docs/license-format.md). Nobody else is asked, so it answers at once; and the
 * same order gives the same bytes for as long as the same key signs.
 */
public final class SignedLicenseIssuer implements Issuer {

    private static final String TYPE = "koobridge-license+jwt";

    private final SellerId seller;
    private final SigningKey key;

    public SignedLicenseIssuer(SellerId seller, SigningKeys keys) {
        this.seller = seller;
        this.key = keys.signer();
    }

    @Override
    public Kind kind() {
        return Kind.SIGNED;
    }

    @Override
    public Answer issue(LicenseOrder order) {
        var licence = key.sign(TYPE, LicenseClaims.of(order, seller.value()).json());
        // Without a name, however long: a purchase is answered with a text (license §7), and an upload knows what is
        // too long for one.
        return new Answer.Issued(new LicenseFile(licence.getBytes(US_ASCII), null));
    }

    /** What is checked without a network cannot be taken back over one: it ends with its term. */
    @Override
    public Revocation revoke(LicenseOrder order) {
        return new Revocation.Done();
    }
}
