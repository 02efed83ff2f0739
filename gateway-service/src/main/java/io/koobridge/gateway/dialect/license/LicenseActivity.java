package io.koobridge.gateway.dialect.license;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The five activities of online License, and one that is named and has no page (license §3, §3.6). An upgrade is none of them. */
enum LicenseActivity implements Spoken {
    NEW_INSTANCE("newInstance", true),
    REFRESH_INSTANCE("refreshInstance", true),
    UPDATE_INSTANCE_STATUS("updateInstanceStatus", true),
    /** No page states that it is repeated (license §2.4). */
    RELEASE_INSTANCE("releaseInstance", false),
    /** A user asked for it, once. */
    GET_LICENSE_ASYNC("getLicenseAsync", false),
    QUERY_INSTANCE("queryInstance", true);

    private final String spelling;
    private final boolean repeated;

    LicenseActivity(String spelling, boolean repeated) {
        this.spelling = spelling;
        this.repeated = repeated;
    }

    @Override
    public Activity activity() {
        return new Activity(spelling, repeated);
    }
}
