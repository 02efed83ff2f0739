package io.koobridge.stack.program;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
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
 * meanwhile others were built. The lock is shared among suites and ends with their processes.
 */
final class Usage {

    /** Begins the name of a directory that is removed, or would be if the remover had not died. */
    static final String REMOVING = "removing-";

    private static final String FILE = "in-use";

    private final Map<Path, FileChannel> used = new HashMap<>();

    /** Marks it as used by this process until that ends; false when it cannot be used, as it is being removed. */
    synchronized boolean begin(Path directory) {
        if (used.containsKey(directory)) {
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
            used.put(directory, channel);
            return true;
        } catch (OverlappingFileLockException e) {
            // Another one in this very process uses it, also until that ends.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void removeUnlessUsed(Path directory) {
        if (used.containsKey(directory)) {
            return;
        }
        try (var channel = FileChannel.open(
                directory.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                // Out of the way at once: nobody can begin to use what is half removed.
                remove(Files.move(
                        directory,
                        directory.resolveSibling(REMOVING + directory.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE));
            }
        } catch (OverlappingFileLockException e) {
            // Used by another one in this very process.
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
