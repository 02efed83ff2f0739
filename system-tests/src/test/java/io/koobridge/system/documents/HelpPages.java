package io.koobridge.system.documents;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each command says of itself, asked without the script's build, which is under way. */
final class HelpPages {

    private static final String LAUNCHER = """
            source "$1"
            jdk=$2
            shift 2
            case $1 in
              up | demo) run_stack "$@" ;;
              benchmark) shift; run_benchmark "$@" ;;
              product) shift; run_product "$@" ;;
              *) run_cli "$@" ;;
            esac
            """;

    /** Of the right form; it is not used. */
    private static final String SOME_SECRET = "whsec_bm90IHVzZWQgYnkgYW55Ym9keSBhdCBhbGw=";

    private final Map<List<String>, String> pages = new HashMap<>();

    /** Whether the command of this call takes this option. */
    boolean accepts(DocumentedCall call, String option) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(option) + "(?![\\w-])")
                .matcher(page(path(call)))
                .find();
    }

    /** The command, with those below it as far as the call names such ones. */
    private List<String> path(DocumentedCall call) {
        var path = List.of(call.command());
        for (var word : call.words().stream().skip(1).toList()) {
            if (!word.matches("[a-z]+") || !page(path).matches("(?s).*\\n {2}" + word + "[ ,].*")) {
                break;
            }
            path = Stream.concat(path.stream(), Stream.of(word)).toList();
        }
        return path;
    }

    private String page(List<String> path) {
        return pages.computeIfAbsent(path, HelpPages::ask);
    }

    private static String ask(List<String> path) {
        var command = new ArrayList<>(List.of(
                "bash",
                "-c",
                LAUNCHER,
                "bash",
                Repository.ROOT.resolve("koobridge").toString(),
                System.getProperty("java.home")));
        command.addAll(path);
        // The product knows no --help and shows its usage for whatever it does not know.
        command.add("--help");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KOOBRIDGE_WEBHOOK_SECRET", SOME_SECRET);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("./koobridge " + String.join(" ", path) + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
