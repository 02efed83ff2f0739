package io.koobridge.stack.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A home directory has one suite at a time. The lock ends with its process, however that ends. */
public final class HomeLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory for this process.
     *
     * @throws StackFailure when a suite runs from this directory, naming its process
     */
    public static HomeLock take(Path home) {
        try {
            Files.createDirectories(home);
            HomeLock lock = tryTake(home);
            if (lock == null) {
                String holder = Files.readString(home.resolve(FILE)).strip();
                throw new StackFailure("""
                        KooBridge already runs from %s, as process %s; its addresses are in %s.
                        Stop it with Ctrl-C in its terminal or by: kill %2$s. Another one beside it needs a KOOBRIDGE_HOME of its own and --free-ports.\
                        """.formatted(home, holder, home.resolve("local.env")));
            }
            return lock;
        } catch (IOException e) {
            throw new StackFailure("The directory " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether a suite runs from this directory. */
    public static boolean isTaken(Path home) {
        if (!Files.exists(home.resolve(FILE))) {
            return false;
        }
        try {
            HomeLock lock = tryTake(home);
            if (lock != null) {
                lock.close();
            }
            return lock == null;
        } catch (IOException e) {
            throw new StackFailure("The directory " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable HomeLock tryTake(Path home) throws IOException {
        var channel = FileChannel.open(
                home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new HomeLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackFailure("The lock cannot be given back: " + e.getMessage(), e);
        }
    }
}
