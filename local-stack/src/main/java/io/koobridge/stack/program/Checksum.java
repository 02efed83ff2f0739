package io.koobridge.stack.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A file's checksum in a small file beside it. The JVM sees a cache that was cut or is none, but dies of one with a spoiled
 * page; its own check ({@code -XX:+VerifySharedSpaces}) reads every page into the memory of the process.
 */
final class Checksum {

    private static final int BUFFER = 1 << 20;

    private Checksum() {}

    static void write(Path file, Path checksum) throws IOException {
        Files.writeString(checksum, of(file));
    }

    /** False also when either is not there. */
    static boolean matches(Path file, Path checksum) {
        try {
            return Files.exists(file) && Files.readString(checksum).equals(of(file));
        } catch (IOException e) {
            return false;
        }
    }

    private static String of(Path file) throws IOException {
        var crc = new CRC32();
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return Long.toHexString(crc.getValue());
    }
}
