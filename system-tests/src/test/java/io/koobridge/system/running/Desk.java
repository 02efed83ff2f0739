package io.koobridge.system.running;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.commands.Block;
import io.koobridge.system.documents.commands.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Where somebody types what a page shows: a directory with {@code ./koobridge}, the files that pages name, and a suite that
 * runs already.
 */
final class Desk {

    private static final String CAPTURE = """
            POST /koogallery/saas?signature=%s&timestamp=1763798400000&nonce=Nq7vR2xK HTTP/1.1\r
            Host: koogallery.example.com\r
            \r
            {"activity":"newInstance"}""".formatted("AB12".repeat(16));

    private static final Map<String, String> FILES = Map.of(
            "request.txt", CAPTURE,
            "body.json", "{\"activity\":\"newInstance\"}",
            "key.txt", "a-key-of-nobody",
            "kit-key.txt", "another-key-of-nobody");

    private static final Set<String> ELSEWHERE = Set.of(
            "./koobridge demo",
            "./koobridge test",
            "./koobridge up",
            "KOOBRIDGE_PROVISIONER_HTTP_URL=http://127.0.0.1:8088/koobridge ./koobridge up");

    private static final Pattern PORT = Pattern.compile("--port (\\d+)");

    private final Path home;
    private final Path directory;
    private final Map<String, Callable<String>> values;

    /** @param values what a page says for example, and what makes it here for one block */
    Desk(Path home, Map<String, Callable<String>> values) throws IOException {
        this.home = home;
        this.directory = Files.createDirectories(home.resolveSibling("desk"));
        this.values = values;
        var script = directory.resolve("koobridge");
        // Without the script's build, which is under way.
        Files.writeString(script, """
                #!/usr/bin/env bash
                source '%s'
                build() { :; }
                main "$@"
                """.formatted(Repository.ROOT.resolve("koobridge")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        for (var saved : savedFromPages()) {
            Files.writeString(directory.resolve(saved.info().substring("sh ".length())), saved.text());
        }
        for (var file : FILES.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** Scripts that a page shows to be saved under a name, and then to be called by it. */
    private static List<Block> savedFromPages() {
        return Block.in(Repository.ROOT.resolve("docs/license-codes.md")).stream()
                .filter(block -> block.info().equals("sh use.sh"))
                .toList();
    }

    /** Types a block in one shell; what went wrong, if something did. */
    Optional<String> type(Block shown) throws Exception {
        var block = shown.with(filled(shown.text()));
        var children = new ArrayList<Process>();
        try {
            for (var command : block.commands().filter(Desk::staysOpen).toList()) {
                children.add(start(command.line()));
            }
            var output = directory.resolve("output-%s-%d".formatted(block.document(), block.line()));
            var lines = block.commands()
                    .filter(command -> !staysOpen(command) && !isRunElsewhere(command))
                    .map(this::checked)
                    .collect(Collectors.joining("\n"));
            var shell = shell(lines).redirectOutput(output.toFile()).start();
            shell.getOutputStream().close();
            boolean ended = shell.waitFor(3, TimeUnit.MINUTES);
            shell.destroyForcibly();
            boolean stillOpen = children.stream().allMatch(Process::isAlive);
            return ended && shell.exitValue() == 0 && stillOpen
                    ? Optional.empty()
                    : Optional.of(Files.readString(output, StandardCharsets.UTF_8)
                            + (stillOpen ? "" : "what must stay open ended"));
        } finally {
            children.forEach(Desk::end);
        }
    }

    /** The suite is one that runs; a product stays open in a terminal of its own. */
    private static boolean staysOpen(Command command) {
        return command.calls("product");
    }

    /** {@code DocumentsTest} knows that {@code .ci/run} calls the first two; the others are the suite that runs already. */
    private static boolean isRunElsewhere(Command command) {
        return ELSEWHERE.contains(command.bare());
    }

    private String checked(Command command) {
        return """
                %s
                ended=$?
                if [ $ended -ne %d ]; then echo "^ %s should end with %d, ended with $ended"; exit 1; fi""".formatted(
                        command.line(), command.exit(), command.line().replaceAll("[^\\w ./:=-]", "."), command.exit());
    }

    /** In one pass: what was filled in is not looked at again, for an id may begin like an example. */
    String filled(String text) throws Exception {
        var made = new HashMap<String, String>();
        var examples = Pattern.compile(
                        values.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")))
                .matcher(text);
        var filled = new StringBuilder();
        while (examples.find()) {
            var example = examples.group();
            if (!made.containsKey(example)) {
                made.put(example, Objects.requireNonNull(values.get(example)).call());
            }
            examples.appendReplacement(filled, Matcher.quoteReplacement(made.get(example)));
        }
        return examples.appendTail(filled).toString();
    }

    private Process start(String line) throws IOException {
        var process = shell("exec " + line)
                .redirectOutput(directory.resolve("product.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var port = PORT.matcher(line);
        if (port.find()) {
            int number = Integer.parseInt(port.group(1));
            Awaitility.await(line).atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive() || listens(number));
        }
        return process;
    }

    private ProcessBuilder shell(String script) throws IOException {
        var builder = new ProcessBuilder(List.of("bash", "-c", script))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().put("KOOBRIDGE_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
