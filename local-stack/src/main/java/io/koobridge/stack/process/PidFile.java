package io.koobridge.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The children that run, on disk: when this process is killed, the next start finds and ends them. A line is a name, a process
 * id and when that process started, since ids are used again.
 */
final class PidFile {

    private static final long SECONDS_TO_END = 10;
    private static final Pattern LINE = Pattern.compile("(?<name>\\S+) (?<pid>\\d{1,18}) (?<start>\\S+)");

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(Map<String, ProcessHandle> children) {
        var lines = children.entrySet().stream()
                .map(child -> child.getKey() + " " + child.getValue().pid() + " " + startOf(child.getValue()))
                .toList();
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Ends what an earlier run left behind and returns the names of those children. */
    List<String> endLeftOvers() {
        var leftOvers = leftOvers();
        leftOvers.forEach(leftOver -> leftOver.process().destroyForcibly());
        for (LeftOver leftOver : leftOvers) {
            try {
                leftOver.process().onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new StackFailure(
                        "Process %d, the %s that an earlier run left, does not end. End it by hand: kill -9 %1$d"
                                .formatted(leftOver.process().pid(), leftOver.name()),
                        e);
            }
        }
        delete();
        return leftOvers.stream().map(LeftOver::name).toList();
    }

    private List<LeftOver> leftOvers() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(PidFile::leftOver).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<LeftOver> leftOver(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(matcher.group("pid")))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(matcher.group("start")))
                .map(process -> new LeftOver(matcher.group("name"), process));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private record LeftOver(String name, ProcessHandle process) {}
}
