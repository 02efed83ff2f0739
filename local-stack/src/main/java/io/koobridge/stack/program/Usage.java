package io.koobridge.stack.program;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which directories running suites use: a suite starts a child again that dies, and its jars must still be there when
 * meanwhile others were built. The lock is shared among suites and ends with their processes; it belongs to the process, which
 * would lose it by closing any other channel of the file, so there is one channel for all who use the directory here.
 */
final class Usage {

    /** Begins the name of a directory that is removed, or would be if the remover had not died. */
    private static final String REMOVING = "removing-";

    private static final String FILE = "in-use";

    private static final Map<Path, FileChannel> USED = new HashMap<>();

    private Usage() {}

    /** Marks it as used by this process until that ends; false when it cannot be used, as it is being removed. */
    static synchronized boolean begin(Path directory) {
        if (USED.containsKey(directory)) {
            return true;
        }
        try {
            var channel = FileChannel.open(
                    directory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (channel.tryLock(0, Long.MAX_VALUE, true) == null || !Files.exists(directory.resolve(FILE))) {
                // It is being removed, or was between opening and locking: then the lock is on a file that has no name.
                channel.close();
                return false;
            }
            USED.put(directory, channel);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static synchronized void removeUnlessUsed(Path directory) {
        if (USED.containsKey(directory)) {
            return;
        }
        try (var channel = FileChannel.open(
                directory.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                // Out of the way at once: nobody can begin to use what is half removed.
                Path away = directory.resolveSibling(REMOVING + directory.getFileName());
                if (Files.exists(away)) {
                    remove(away);
                }
                remove(Files.move(directory, away, StandardCopyOption.ATOMIC_MOVE));
            }
        } catch (IOException e) {
            throw new StackFailure("The directory " + directory + " cannot be removed: " + e.getMessage(), e);
        }
    }

    static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
