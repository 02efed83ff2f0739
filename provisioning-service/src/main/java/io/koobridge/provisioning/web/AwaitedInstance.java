package io.koobridge.provisioning.web;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.web.WaitingRoom.Awaited;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * An instance that somebody waits for until it is ready or refused for good.
 *
 * @param read the instance of the order as it is now; empty while there is none
 */
record AwaitedInstance(Mono<Instance> read) implements Awaited<Instance> {

    /** The purchase that is stored beside the question tries again what had been refused: that refusal is no news. */
    @Override
    public boolean ended(Instance found, Optional<Instance> first) {
        return switch (found.phase()) {
            case RELEASED -> true;
            case ACTIVE, FROZEN -> shown(found);
            case FAILED -> found.generation() > refusedBefore(first);
            case PROVISIONING -> false;
        };
    }

    /** That it was refused before is no news, also to whom finds the room full: he calls again. */
    @Override
    public boolean tellable(Instance first) {
        return first.phase() != Phase.FAILED;
    }

    /** A licence has no address. */
    private static boolean shown(Instance instance) {
        return instance.kind() == InstanceKind.LICENSE || instance.status().access() != null;
    }

    private static long refusedBefore(Optional<Instance> first) {
        return first.filter(instance -> instance.phase() == Phase.FAILED)
                .map(Instance::generation)
                .orElse(0L);
    }
}
