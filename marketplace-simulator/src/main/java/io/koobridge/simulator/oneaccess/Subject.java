package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprise.Known;
import io.koobridge.simulator.enterprise.Enterprises;
import java.util.Optional;

/** Somebody of an enterprise who has logged in. */
record Subject(String tenantId, String userName) {

    /** He may have left, and his enterprise may be gone. */
    record Present(Enterprise enterprise, Known known) {
        Subject subject() {
            return new Subject(
                    enterprise.profile().tenantId(), known.member().person().userName());
        }
    }

    Optional<Present> present(Enterprises enterprises) {
        return enterprises.listed().stream()
                .filter(each -> each.profile().tenantId().equals(tenantId))
                .findFirst()
                .flatMap(enterprise -> enterprise.user(userName).map(known -> new Present(enterprise, known)));
    }
}
