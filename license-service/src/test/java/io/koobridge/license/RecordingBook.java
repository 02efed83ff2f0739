package io.koobridge.license;

import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.Progress;
import io.koobridge.license.ledger.LicenseBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Licences, for tests that are about instances and places: remembers what it was told. */
public final class RecordingBook implements LicenseBook {

    private static final Instant NOW = Licenses.ORDERED;

    private final List<String> ordered = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private volatile @Nullable RuntimeException failure;

    @Override
    public Mono<Void> ordered(KnownInstance instance) {
        return told(() -> ordered.add(instance.id()));
    }

    @Override
    public Mono<Void> revoked(String instanceId) {
        return told(() -> revoked.add(instanceId));
    }

    @Override
    public Mono<Progress> progress(String licenseId) {
        return Mono.justOrEmpty(progress.get(licenseId));
    }

    private Mono<Void> told(Runnable note) {
        var broken = failure;
        return broken == null ? Mono.fromRunnable(note) : Mono.error(broken);
    }

    public List<String> ordered() {
        return List.copyOf(ordered);
    }

    public List<String> revoked() {
        return List.copyOf(revoked);
    }

    /** The marketplace has it from now on. */
    public void deliver(String licenseId) {
        progress.put(licenseId, new Progress(LicensePhase.DELIVERED, 1, 1, true, NOW, NOW, null));
    }

    /** The marketplace wants it no more; its place is freed, or soon will be. */
    public void deny(String licenseId, boolean freed) {
        progress.put(licenseId, new Progress(LicensePhase.DENIED, 1, freed ? 1 : 0, !freed, NOW, null, "denied"));
    }

    /** Whoever tells it something hears this from now on. */
    public void failWith(RuntimeException why) {
        failure = why;
    }
}
