package io.koobridge.gateway.dialect.license.code;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The three activities of authorization codes, each repeated sixty times, every two minutes (license §2.4). */
enum CodeActivity implements Spoken {
    REFRESH_LICENSE_CODE("refreshLicenseCode"),
    UPDATE_LICENSE_CODE_STATUS("updateLicenseCodeStatus"),
    RELEASE_LICENSE_CODE("releaseLicenseCode");

    private final String spelling;

    CodeActivity(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public Activity activity() {
        return new Activity(spelling, true);
    }
}
