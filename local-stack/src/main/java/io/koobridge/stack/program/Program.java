package io.koobridge.stack.program;

import io.koobridge.stack.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a Java child runs. */
public sealed interface Program {

    /** Names its caches: {@code gateway-service}, {@code broker}. */
    String name();

    /** The options that say what to run, and nothing else. */
    List<String> launch();

    /** A module's runnable jar; where it has libraries, they are inside. */
    record AppJar(String name, Path jar) implements Program {

        /**
         * The one that was built.
         *
         * @param root of the project
         * @param module its directory below the root, as {@code benchmarks/bare-endpoint}
         * @throws StackFailure when there is none, or more than one
         */
        public static AppJar built(Path root, String module) {
            Path target = root.resolve(module).resolve("target");
            // With its libraries inside where it has any; a module without is its plain jar.
            var name = Path.of(module).getFileName().toString();
            var inside = jars(target, name + "-*-app.jar");
            var found = inside.isEmpty() ? jars(target, name + "-*.jar") : inside;
            if (found.size() == 1) {
                return new AppJar(name, found.getFirst().toAbsolutePath());
            }
            throw new StackFailure(
                    "There should be one runnable jar of %s in %s, but there are %d: build anew with mvn clean package"
                            .formatted(module, target, found.size()));
        }

        private static List<Path> jars(Path target, String pattern) {
            try (var files = Files.newDirectoryStream(target, pattern)) {
                var jars = new ArrayList<Path>();
                files.forEach(jars::add);
                return jars;
            } catch (IOException e) {
                throw new StackFailure("Nothing is built in " + target + ": it is not there", e);
            }
        }

        @Override
        public List<String> launch() {
            return List.of("-jar", jar.toString());
        }
    }

    /** A main class of this program, with this program's class path. */
    record MainClass(String name, String main, String classPath) implements Program {

        public static MainClass ofThis(String name, Class<?> main) {
            return new MainClass(name, main.getName(), System.getProperty("java.class.path"));
        }

        @Override
        public List<String> launch() {
            return List.of("-cp", classPath, main);
        }

        List<Path> elements() {
            return List.of(classPath.split(File.pathSeparator)).stream()
                    .map(Path::of)
                    .toList();
        }
    }
}
