package io.koobridge.gateway.dialect.license.v1;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The four activities of License 1.0 (license §1, §7). */
enum LicenseV1Activity implements Spoken {
    /** Repeated hourly for three hours. */
    GET_LICENSE("getLicense", true, true),
    /** Called once, then a person must restart it; as are those that follow (license §2.4). */
    REFRESH_LICENSE("refreshLicense", false, false),
    /** No page states how often. */
    EXPIRE_LICENSE("expireLicense", false, false),
    RELEASE_LICENSE("releaseLicense", false, false);

    private final String spelling;
    private final boolean repeated;
    private final boolean held;

    LicenseV1Activity(String spelling, boolean repeated, boolean held) {
        this.spelling = spelling;
        this.repeated = repeated;
        this.held = held;
    }

    @Override
    public Activity activity() {
        return new Activity(spelling, repeated, held);
    }
}
