package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.gateway.dialect.Activity;
import java.util.Arrays;
import java.util.Optional;

/** The seven activities of the base interfaces (saas-v1 §1.4). */
enum V1Activity {
    NEW_INSTANCE("newInstance", true),
    REFRESH_INSTANCE("refreshInstance", true),
    EXPIRE_INSTANCE("expireInstance", true),
    RELEASE_INSTANCE("releaseInstance", true),
    UPGRADE("upgrade", true),
    /** No page states that it is repeated, only that people can restart it (saas-v1 §6). */
    INSTANCE_STATUS("instanceStatus", false),
    QUERY_INSTANCE("queryInstance", true);

    private final String spelling;
    private final boolean repeated;

    V1Activity(String spelling, boolean repeated) {
        this.spelling = spelling;
        this.repeated = repeated;
    }

    Activity activity() {
        return new Activity(spelling, repeated, this == NEW_INSTANCE);
    }

    static Optional<V1Activity> of(String spelling) {
        return Arrays.stream(values())
                .filter(known -> known.spelling.equals(spelling))
                .findFirst();
    }
}
