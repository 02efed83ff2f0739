package io.koobridge.license.web;

import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.domain.Application;
import io.koobridge.service.web.WaitingRoom.Awaited;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * A licence that the answer to its purchase waits for (license §7).
 *
 * @param read as it is now; empty while nobody ordered it
 */
record AwaitedLicense(Mono<Application> read) implements Awaited<Application> {

    /** Whoever asks for what had been refused has it tried again: that refusal is no news. */
    @Override
    public boolean ended(Application found, Optional<Application> first) {
        return switch (found.phase()) {
            case DELIVERED, REVOKED -> true;
            case REFUSED, DENIED -> found.generation() > refusedBefore(first);
            case ISSUING, UPLOADING -> false;
        };
    }

    @Override
    public boolean tellable(Application first) {
        return !refused(first);
    }

    static boolean refused(Application application) {
        return application.phase() == LicensePhase.REFUSED || application.phase() == LicensePhase.DENIED;
    }

    private static long refusedBefore(Optional<Application> first) {
        return first.filter(AwaitedLicense::refused)
                .map(Application::generation)
                .orElse(0L);
    }
}
