package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.WantedState;
import org.jspecify.annotations.Nullable;

/**
 * What was seen.
 *
 * @param observedGeneration the generation that was last made real, or refused for good
 * @param observed what the instance was made to be; unset before the first success
 */
public record Status(
        long observedGeneration,
        @Nullable WantedState observed,
        @Nullable Access access,
        @Nullable Failure failure) {

    static final Status NOTHING_SEEN = new Status(0, null, null, null);

    Status madeReal(long generation, WantedState state, @Nullable Access newAccess) {
        return new Status(generation, state, newAccess == null ? access : newAccess, null);
    }

    Status refused(long generation, Failure why) {
        return new Status(generation, observed, access, why);
    }

    Status withoutFailure() {
        return new Status(observedGeneration, observed, access, null);
    }
}
