package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The seven activities of the base interfaces (saas-v1 §1.4). */
enum V1Activity implements Spoken {
    NEW_INSTANCE("newInstance", true, true),
    REFRESH_INSTANCE("refreshInstance", true),
    EXPIRE_INSTANCE("expireInstance", true),
    RELEASE_INSTANCE("releaseInstance", true),
    UPGRADE("upgrade", true),
    /** No page states that it is repeated, only that people can restart it (saas-v1 §6). */
    INSTANCE_STATUS("instanceStatus", false),
    QUERY_INSTANCE("queryInstance", true);

    private final String spelling;
    private final boolean repeated;
    private final boolean held;

    V1Activity(String spelling, boolean repeated) {
        this(spelling, repeated, false);
    }

    V1Activity(String spelling, boolean repeated, boolean held) {
        this.spelling = spelling;
        this.repeated = repeated;
        this.held = held;
    }

    @Override
    public Activity activity() {
        return new Activity(spelling, repeated, held);
    }
}
