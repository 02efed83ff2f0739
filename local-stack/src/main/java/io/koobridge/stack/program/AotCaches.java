package io.koobridge.stack.program;

import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Program.AppJar;
import io.koobridge.stack.program.Program.MainClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The AOT caches of the suite's programs (JEP 483, 514, 515): a directory for each, named by what it was made of, so that a
 * changed jar or another JDK finds nothing and starts without. As a launcher it uses what is there.
 */
public final class AotCaches implements Launcher {

    private static final Pattern OF_A_CACHE = Pattern.compile(".+-[0-9a-f]{16}");

    private final Path directory;
    private final String jdk;
    private final Map<Program, Optional<Prepared>> known = new ConcurrentHashMap<>();
    private final Set<Prepared> complete = ConcurrentHashMap.newKeySet();

    AotCaches(Path directory, String jdk) {
        this.directory = directory;
        this.jdk = jdk;
    }

    /** Those of a project, for the JDK that runs this; below {@code target/}, so that a clean build removes them. */
    public static AotCaches of(Path root) {
        return new AotCaches(root.resolve("target/aot").toAbsolutePath(), Fingerprint.jdk());
    }

    public Path directory() {
        return directory;
    }

    @Override
    public List<String> commandLine(JavaCommand command) {
        return place(command.program())
                .filter(this::isComplete)
                .filter(prepared -> Usage.begin(prepared.directory()))
                .map(prepared -> command.launching(prepared.launch()))
                .orElseGet(command::plain);
    }

    /** Whether such a command starts with a cache. */
    public boolean isThere(Program program) {
        return place(program).filter(this::isComplete).isPresent();
    }

    /** A copy of what the cache was made of: the starting script compares it, since it cannot tell names of directories. */
    public void keepSource(Program program) {
        if (program instanceof AppJar(String _, Path jar)) {
            place(program).filter(this::isComplete).ifPresent(prepared -> copy(jar, prepared.source()));
        }
    }

    private static void copy(Path jar, Path source) {
        if (Files.exists(source)) {
            return;
        }
        try {
            Path copying = source.resolveSibling("source.jar.new");
            Files.copy(jar, copying, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copying, source, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("The copy " + source + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Those that could have a cache and have none. */
    List<Prepared> missing(List<Program> programs) {
        return programs.stream()
                .map(this::place)
                .flatMap(Optional::stream)
                .filter(prepared -> !isComplete(prepared))
                .toList();
    }

    /** Removes caches of these programs that were made of something else, unless a suite uses them. */
    void removeOthersThan(List<Program> programs) {
        Set<Path> current = new HashSet<>();
        programs.forEach(program -> place(program).ifPresent(prepared -> current.add(prepared.directory())));
        for (Path other : directories()) {
            if (!current.contains(other) && isOfACache(other)) {
                Usage.removeUnlessUsed(other);
            }
        }
    }

    /** Also of one that was being made or removed when its maker died; the home of training runs lies beside them. */
    private static boolean isOfACache(Path directory) {
        return OF_A_CACHE.matcher(directory.getFileName().toString()).matches();
    }

    /** Looked at once when it is: a suite starts the command line many times. */
    private boolean isComplete(Prepared prepared) {
        if (complete.contains(prepared)) {
            return true;
        }
        boolean is = prepared.isComplete();
        if (is) {
            complete.add(prepared);
        }
        return is;
    }

    private List<Path> directories() {
        try (var children = Files.newDirectoryStream(directory, Files::isDirectory)) {
            var directories = new ArrayList<Path>();
            children.forEach(directories::add);
            return directories;
        } catch (IOException e) {
            throw new StackFailure("The directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Prepared> place(Program program) {
        return known.computeIfAbsent(program, this::find);
    }

    private Optional<Prepared> find(Program program) {
        if (!canHaveOne(program)) {
            return Optional.empty();
        }
        String key = Fingerprint.of(program, JavaCommand.FLAGS, jdk);
        return Optional.of(new Prepared(program, directory.resolve(program.name() + "-" + key)));
    }

    /** A class path with a directory, as tests and IDEs have it, can have none. */
    private static boolean canHaveOne(Program program) {
        return switch (program) {
            case AppJar _ -> true;
            case MainClass main ->
                main.elements().stream()
                        .allMatch(element -> element.toString().endsWith(".jar") && Files.isRegularFile(element));
        };
    }
}
