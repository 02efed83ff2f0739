package io.koobridge.service.finding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The findings' twin in memory, for tests. */
public final class RecordingFindings implements FindingBook {

    private final Map<String, String> open = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> open(String subject, FindingKind kind, String detail) {
        return Mono.fromRunnable(() -> open.put(kind.name() + '|' + subject, detail));
    }

    @Override
    public Mono<Void> close(String subject, FindingKind kind) {
        return Mono.fromRunnable(() -> open.remove(kind.name() + '|' + subject));
    }

    @Override
    public Flux<String> subjects(FindingKind kind) {
        var prefix = kind.name() + '|';
        return Flux.fromIterable(open.keySet())
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()));
    }

    /** Details of open findings, by {@code KIND|subject}. */
    public Map<String, String> open() {
        return Map.copyOf(open);
    }
}
