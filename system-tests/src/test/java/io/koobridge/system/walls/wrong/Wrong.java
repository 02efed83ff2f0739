package io.koobridge.system.walls.wrong;

import io.koobridge.events.instance.WantedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Breaks every wall but the domain's: knows another room, a driver, files, the clock, and waits. */
public final class Wrong {

    private Wrong() {}

    public static boolean exists(Path file, WantedState state) throws IOException {
        var document = new BsonDocument();
        return Files.isSameFile(file, Path.of(state.name()))
                && document.isEmpty()
                && Instant.now().isAfter(Instant.EPOCH)
                && Boolean.TRUE.equals(Mono.just(true).block());
    }
}
