package io.koobridge.cli.installation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret in it. */
public final class OwnersFile {

    private OwnersFile() {}

    /**
     * Writes a new one, for its owner's eyes alone from its first byte, where the file system knows owners.
     *
     * @throws FileAlreadyExistsException when it is there already: somebody may need what is in it
     */
    public static void write(Path target, String text) throws IOException {
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(target);
        }
        Files.write(target, text.getBytes(UTF_8), StandardOpenOption.WRITE);
    }
}
