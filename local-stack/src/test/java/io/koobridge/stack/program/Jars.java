package io.koobridge.stack.program;

import io.koobridge.stack.FakeService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Small jars in the shapes that the build makes. */
public final class Jars {

    private static final String FAKE = FakeService.class.getName();

    private Jars() {}

    /** Runs {@link FakeService} by {@code -jar}. */
    public static Path plain(Path jar, String note) {
        return write(
                jar,
                Map.of("Main-Class", FAKE),
                Map.of(classFile(), bytes(), "note.txt", note.getBytes(StandardCharsets.UTF_8)));
    }

    /** Boot's layout: a class that is only in a library inside. */
    static Path withLibrary(Path jar) {
        return write(
                jar,
                Map.of("Main-Class", "none.Launcher", "Start-Class", FAKE, "Implementation-Version", "7"),
                Map.of(
                        "BOOT-INF/classpath.idx", "- \"BOOT-INF/lib/fake.jar\"\n".getBytes(StandardCharsets.UTF_8),
                        "BOOT-INF/classes/application.yaml", new byte[] {'a'},
                        "BOOT-INF/lib/fake.jar", library()));
    }

    private static byte[] library() {
        var out = new ByteArrayOutputStream();
        write(out, Map.of(), Map.of(classFile(), bytes()));
        return out.toByteArray();
    }

    private static Path write(Path jar, Map<String, String> attributes, Map<String, byte[]> entries) {
        try {
            Files.createDirectories(Objects.requireNonNull(jar.getParent()));
            write(Files.newOutputStream(jar), attributes, entries);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, Map<String, String> attributes, Map<String, byte[]> entries) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (var jar = new JarOutputStream(out, manifest)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classFile() {
        return FAKE.replace('.', '/') + ".class";
    }

    private static byte[] bytes() {
        try (var in = Objects.requireNonNull(Jars.class.getClassLoader().getResourceAsStream(classFile()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
