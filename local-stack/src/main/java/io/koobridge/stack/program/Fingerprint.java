package io.koobridge.stack.program;

import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Program.AppJar;
import io.koobridge.stack.program.Program.MainClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a cache depends on, as one short text: the program's content, the JDK, and the flags. A jar's content is read from its
 * table of contents, which has each entry's checksum, because the build gives all jars of services the same time stamp.
 */
final class Fingerprint {

    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(Program program, List<String> flags, String jdk) {
        var parts = new ArrayList<String>();
        parts.add(jdk);
        parts.addAll(flags);
        try {
            switch (program) {
                case AppJar(String name, Path jar) -> {
                    parts.add(name);
                    parts.addAll(contents(jar));
                }
                case MainClass main -> {
                    parts.add(main.main());
                    for (Path element : main.elements()) {
                        parts.addAll(identity(element));
                    }
                }
            }
        } catch (IOException e) {
            throw new StackFailure("The jar of " + program.name() + " cannot be read: " + e.getMessage(), e);
        }
        return sha256(parts).substring(0, LENGTH);
    }

    /**
     * The JDK that runs this, and its children. The JVM refuses a cache made with another file of modules, also when the same
     * version was only installed again.
     */
    static String jdk() {
        Path home = Path.of(System.getProperty("java.home"));
        return String.join(
                " ",
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                home.toString(),
                modules(home));
    }

    static String modules(Path javaHome) {
        try {
            return stamp(javaHome.resolve("lib").resolve("modules"));
        } catch (IOException e) {
            // A JDK of another build, with classes one by one: it has no archive to begin with, and so no caches.
            return "no modules";
        }
    }

    private static List<String> contents(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(Fingerprint::line).sorted().toList();
        }
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getCrc() + " " + entry.getSize();
    }

    /** A class path's jars stay where they are, and the JVM itself looks at their size and time. */
    private static List<String> identity(Path jar) throws IOException {
        var lines = new ArrayList<>(List.of(stamp(jar)));
        for (Path library : libraries(jar)) {
            lines.add(stamp(library));
        }
        return lines;
    }

    private static String stamp(Path jar) throws IOException {
        return String.join(
                " ",
                jar.toString(),
                Long.toString(Files.size(jar)),
                Files.getLastModifiedTime(jar).toString());
    }

    /** Those that the manifest names, relative to the jar. */
    private static List<Path> libraries(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : List.of(classPath.split(" ")).stream()
                            .map(jar::resolveSibling)
                            .toList();
        }
    }

    private static String sha256(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
