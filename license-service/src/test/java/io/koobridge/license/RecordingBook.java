package io.koobridge.license;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.LicenseBook;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Licences, for tests that are about instances and places: remembers what it was told. */
public final class RecordingBook implements LicenseBook {

    private final List<String> ordered = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();
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
    public Mono<Boolean> delivered(String licenseId) {
        return delivered.contains(licenseId) ? Mono.just(true) : Mono.empty();
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
        delivered.add(licenseId);
    }

    /** Whoever tells it something hears this from now on. */
    public void failWith(RuntimeException why) {
        failure = why;
    }
}
