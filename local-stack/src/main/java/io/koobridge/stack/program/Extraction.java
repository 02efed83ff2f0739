package io.koobridge.stack.program;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Turns a jar with libraries inside into {@code app.jar} and {@code lib/} beside it: no JVM caches classes of nested jars. The
 * layout is that of Boot's own {@code -Djarmode=tools … extract}, which needs Spring inside; the command line has none.
 */
final class Extraction {

    static final String APP = "app.jar";

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String INDEX = "BOOT-INF/classpath.idx";
    private static final Attributes.Name START_CLASS = new Attributes.Name("Start-Class");

    private Extraction() {}

    /** @param directory is there, and empty */
    static void extract(Path jar, Path directory) throws IOException {
        try (var source = new JarFile(jar.toFile())) {
            if (source.getEntry(INDEX) == null) {
                Files.copy(jar, directory.resolve(APP));
                return;
            }
            var libraries = libraries(source);
            Files.createDirectories(directory.resolve("lib"));
            for (String library : libraries) {
                try (var bytes = source.getInputStream(source.getEntry(LIBRARIES + library))) {
                    Files.copy(bytes, directory.resolve("lib").resolve(library));
                }
            }
            writeApp(source, libraries, directory.resolve(APP));
        }
    }

    /** In the order of the class path, as the index has it: {@code - "BOOT-INF/lib/x.jar"}. */
    private static List<String> libraries(JarFile source) throws IOException {
        try (var index = source.getInputStream(source.getEntry(INDEX))) {
            var libraries = new ArrayList<String>();
            new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(LIBRARIES))
                    .map(line -> line.substring(line.indexOf(LIBRARIES) + LIBRARIES.length(), line.lastIndexOf('"')))
                    .forEach(libraries::add);
            return libraries;
        }
    }

    private static void writeApp(JarFile source, List<String> libraries, Path app) throws IOException {
        try (var out = new JarOutputStream(
                new BufferedOutputStream(Files.newOutputStream(app)), manifest(source.getManifest(), libraries))) {
            for (JarEntry entry : source.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(CLASSES) && !name.equals(CLASSES)) {
                    out.putNextEntry(new JarEntry(name.substring(CLASSES.length())));
                    try (var bytes = source.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    private static Manifest manifest(Manifest boot, List<String> libraries) {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, boot.getMainAttributes().getValue(START_CLASS));
        attributes.put(
                Attributes.Name.CLASS_PATH,
                String.join(
                        " ", libraries.stream().map(library -> "lib/" + library).toList()));
        boot.getMainAttributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().toString().startsWith("Implementation-"))
                .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return manifest;
    }
}
