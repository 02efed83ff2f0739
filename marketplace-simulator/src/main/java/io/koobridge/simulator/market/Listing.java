package io.koobridge.simulator.market;

/**
 * How a product is listed. A SaaS product that is listed anew moves from one edition to the other; what was sold before moves with it.
 *
 * @param site V2 does not tell sites apart
 * @param contactBits 256 or 128: the "sensitive information encryption algorithm" that the seller chose at publishing (saas-v1 §7.5)
 */
public record Listing(Edition edition, Site site, int contactBits, ProductKind kind, License license) {
    public static final Listing V2 = new Listing(Edition.V2, Site.CN_G, 256);

    /**
     * What only License products have.
     *
     * @param deviceBound applications tell the device's fingerprint (license §3.5)
     * @param collected the buyer has his code at once; otherwise he collects it after acceptance, as in older editions (license §9, 16)
     */
    public record License(boolean deviceBound, boolean collected) {
        public static final License PLAIN = new License(false, true);
    }

    public Listing {
        if (contactBits != 256 && contactBits != 128) {
            throw new IllegalArgumentException("contactBits must be 256 or 128");
        }
        if (kind == ProductKind.LICENSE_CODE && edition == Edition.V1) {
            throw new IllegalArgumentException("authorization codes have no edition V1");
        }
    }

    public Listing(Edition edition, Site site, int contactBits) {
        this(edition, site, contactBits, ProductKind.SAAS, License.PLAIN);
    }

    public Generation generation() {
        return Generation.of(kind, edition);
    }

    public boolean isV1() {
        return edition == Edition.V1;
    }

    public boolean isSaas() {
        return kind == ProductKind.SAAS;
    }

    public Listing as(Edition other) {
        return new Listing(other, site, contactBits, kind, license);
    }

    public Listing as(ProductKind other, License terms) {
        return new Listing(edition, site, contactBits, other, terms);
    }
}
