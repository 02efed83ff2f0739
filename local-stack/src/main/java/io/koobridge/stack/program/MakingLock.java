package io.koobridge.stack.program;

import io.koobridge.stack.process.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time makes caches of a project: first starts in two terminals would do the same work twice. */
record MakingLock(FileChannel channel) implements AutoCloseable {

    /** Waits while another process has it. */
    static MakingLock take(Path directory, Progress progress) throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            progress.say("Waiting for the AOT caches that another koobridge makes here ...");
            channel.lock();
        }
        return new MakingLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
