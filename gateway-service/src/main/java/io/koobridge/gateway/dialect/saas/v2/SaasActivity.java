package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.gateway.dialect.Activity;
import java.util.Arrays;
import java.util.Optional;

/** The seven activities of the base interfaces (saas-v2 §1.17). */
enum SaasActivity {
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

    Activity activity() {
        return new Activity(spelling, repeated);
    }

    static Optional<SaasActivity> of(String spelling) {
        return Arrays.stream(values())
                .filter(known -> known.spelling.equals(spelling))
                .findFirst();
    }
}
