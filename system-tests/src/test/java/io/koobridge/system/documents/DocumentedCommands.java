package io.koobridge.system.documents;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls of {@code ./koobridge} in a Markdown text or a script. */
final class DocumentedCommands {

    private static final Pattern FENCED =
            Pattern.compile("^ {0,3}```[^\\n]*\\n(.*?)^ {0,3}```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("^\\s*(?:\\$\\s+)?\\./koobridge(?:\\s+(?<word>[^\\s#]+))?");

    private DocumentedCommands() {}

    /** The first word after each {@code ./koobridge} that begins a line of a fenced block; empty for a call without one. */
    static List<String> inMarkdown(String text) {
        return FENCED.matcher(text)
                .results()
                .flatMap(block -> inLines(block.group(1)))
                .toList();
    }

    static List<String> inScript(String text) {
        return inLines(text).toList();
    }

    private static Stream<String> inLines(String text) {
        return text.lines().map(CALL::matcher).filter(call -> call.find()).map(call -> {
            String word = call.group("word");
            return word == null ? "" : word;
        });
    }
}
