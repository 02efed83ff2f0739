package io.koobridge.system.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of {@code ./koobridge} in a Markdown text or a script. */
final class DocumentedCommands {

    private static final Pattern FENCED =
            Pattern.compile("^ {0,3}```[^\\n]*\\n(.*?)^ {0,3}```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");

    /** Variables may be set before it, as a shell has it. */
    private static final Pattern CALL =
            Pattern.compile("^\\s*(?:\\$\\s+)?(?:[A-Z_]+=\\S*\\s+)*\\./koobridge(?<rest>\\s.*)?$");

    private static final Pattern WORD = Pattern.compile("#.*|[|>&;].*|(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    private DocumentedCommands() {}

    /** Those that begin a line of a fenced block. */
    static List<DocumentedCall> inMarkdown(String text) {
        return FENCED.matcher(text)
                .results()
                .flatMap(block -> inLines(block.group(1)))
                .toList();
    }

    static List<DocumentedCall> inScript(String text) {
        return inLines(text).toList();
    }

    private static Stream<DocumentedCall> inLines(String text) {
        return CONTINUED
                .matcher(text)
                .replaceAll(" ")
                .lines()
                .map(CALL::matcher)
                .filter(call -> call.find())
                .map(call -> new DocumentedCall(words(call.group("rest"))));
    }

    /** Up to a comment, a pipe or whatever else ends a command. */
    private static List<String> words(@Nullable String rest) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(rest == null ? "" : rest);
        while (matcher.find() && !"#|>&;".contains(matcher.group().substring(0, 1))) {
            words.add(matcher.group().replaceAll("['\"]", ""));
        }
        return words;
    }
}
