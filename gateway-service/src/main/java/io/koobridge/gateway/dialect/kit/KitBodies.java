package io.koobridge.gateway.dialect.kit;

import static java.util.function.Predicate.not;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.CallHead;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the bodies of both editions have in common. */
final class KitBodies {

    /** A whole organisation in one call; no limit is documented (tenant-sync §4.6, design §3.1). */
    static final int LONGEST = 8 * 1024 * 1024;

    private KitBodies() {}

    /** Kit dialects are spoken below addresses alone. */
    static KitInterface called(CallHead head) {
        return Objects.requireNonNull(head.kit()).called();
    }

    /** When what is told was changed; empty when nobody can read it, or when it is yet to be: debugging may say any time, and would outdo every later call. */
    static Optional<Instant> changedAt(JsonNode body, CallHead head) {
        return KitTime.read(body.path(AuthToken.TIME_STAMP).asString("")).filter(not(head.receivedAt()::isBefore));
    }
}
