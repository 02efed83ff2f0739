package io.koobridge.gateway.dialect.license.v1;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The four activities of License 1.0 (license §1, §7). */
enum LicenseV1Activity implements Spoken {
    /** Repeated hourly for three hours. */
    GET_LICENSE(new Activity("getLicense", true, true)),
    /** Called once, then a person must restart it; as are those that follow (license §2.4). */
    REFRESH_LICENSE(new Activity("refreshLicense", false)),
    /** No page states how often. */
    EXPIRE_LICENSE(new Activity("expireLicense", false)),
    RELEASE_LICENSE(new Activity("releaseLicense", false));

    private final Activity activity;

    LicenseV1Activity(Activity activity) {
        this.activity = activity;
    }

    @Override
    public Activity activity() {
        return activity;
    }
}
