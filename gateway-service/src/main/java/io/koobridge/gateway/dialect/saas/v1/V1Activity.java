package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The seven activities of the base interfaces (saas-v1 §1.4). */
enum V1Activity implements Spoken {
    NEW_INSTANCE(new Activity("newInstance", true, true)),
    REFRESH_INSTANCE("refreshInstance", true),
    EXPIRE_INSTANCE("expireInstance", true),
    RELEASE_INSTANCE("releaseInstance", true),
    UPGRADE("upgrade", true),
    /** No page states that it is repeated, only that people can restart it (saas-v1 §6). */
    INSTANCE_STATUS("instanceStatus", false),
    QUERY_INSTANCE("queryInstance", true);

    private final Activity activity;

    V1Activity(String spelling, boolean repeated) {
        this(new Activity(spelling, repeated));
    }

    V1Activity(Activity activity) {
        this.activity = activity;
    }

    @Override
    public Activity activity() {
        return activity;
    }
}
