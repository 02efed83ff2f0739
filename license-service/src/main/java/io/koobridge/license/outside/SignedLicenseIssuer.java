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
    private static final int LONGEST_TEXT = 1_024;

    private final SellerId seller;
    private final SigningKey key;

    public SignedLicenseIssuer(SellerId seller, SigningKeys keys) {
        this.seller = seller;
        this.key = keys.signer();
    }

    @Override
    public Answer issue(LicenseOrder order) {
        var licence = key.sign(TYPE, LicenseClaims.of(order, seller.value()).json());
        // A customer's id may be of many bytes; the marketplace takes a text no longer than this (license §5.1).
        var fileName = licence.length() > LONGEST_TEXT ? order.licenseId() + ".lic" : null;
        return new Answer.Issued(new LicenseFile(licence.getBytes(US_ASCII), fileName));
    }

    /** What is checked without a network cannot be taken back over one: it ends with its term. */
    @Override
    public Revocation revoke(LicenseOrder order) {
        return new Revocation.Done();
    }
}
