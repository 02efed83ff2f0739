package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.script.Spoken;

/** The seven activities of the base interfaces (saas-v2 §1.17). */
enum SaasActivity implements Spoken {
    NEW_INSTANCE("newInstance", true),
    QUERY_INSTANCE("queryInstance", true),
    REFRESH_INSTANCE("refreshInstance", true),
    UPDATE_INSTANCE_STATUS("updateInstanceStatus", true),
    RELEASE_INSTANCE("releaseInstance", true),
    UPGRADE_INSTANCE("upgradeInstance", true),
    /** A question before an order, asked once (saas-v2 §10). */
    CHANGE_INSTANCE_CHECK("changeInstanceCheck", false);

    private final String spelling;
    private final boolean repeated;

    SaasActivity(String spelling, boolean repeated) {
        this.spelling = spelling;
        this.repeated = repeated;
    }

    @Override
    public Activity activity() {
        return new Activity(spelling, repeated);
    }
}
