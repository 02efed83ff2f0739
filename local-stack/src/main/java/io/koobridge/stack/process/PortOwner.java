package io.koobridge.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port, as far as Linux tells: other systems and other users' processes stay unnamed. */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    static String of(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> inode(PROC.resolve(table), port).stream())
                .flatMap(inode -> process(inode).stream())
                .findFirst()
                .map(PortOwner::describe)
                .orElse("another process");
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        return lines(table).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > INODE)
                .filter(columns -> columns[LOCAL_ADDRESS].endsWith(suffix) && columns[STATE].equals(LISTENING))
                .map(columns -> columns[INODE])
                .findFirst();
    }

    private static Optional<ProcessHandle> process(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasSocket(process, inode))
                .findFirst();
    }

    private static boolean hasSocket(ProcessHandle process, String inode) {
        Path descriptors = PROC.resolve(process.pid() + "/fd");
        try (var open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> target(descriptor).equals("socket:[" + inode + "]"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String describe(ProcessHandle process) {
        String command = process.info().command().map(path -> " (" + path + ")").orElse("");
        return "process " + process.pid() + command;
    }
}
