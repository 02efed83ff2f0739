package io.koobridge.simulator.market;

/**
 * How a product is listed. A product that is listed anew moves from one edition to the other; what was sold before moves with it.
 *
 * @param site V2 does not tell sites apart
 * @param contactBits 256 or 128: the "sensitive information encryption algorithm" that the seller chose at publishing (saas-v1 §7.5)
 */
public record Listing(Edition edition, Site site, int contactBits) {
    public static final Listing V2 = new Listing(Edition.V2, Site.CN_G, 256);

    public Listing {
        if (contactBits != 256 && contactBits != 128) {
            throw new IllegalArgumentException("contactBits must be 256 or 128");
        }
    }

    public boolean isV1() {
        return edition == Edition.V1;
    }

    public Listing as(Edition other) {
        return new Listing(other, site, contactBits);
    }
}
