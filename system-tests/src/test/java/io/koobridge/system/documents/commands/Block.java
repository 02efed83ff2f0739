package io.koobridge.system.documents.commands;

import io.koobridge.system.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param document its file name
 * @param line where it begins
 * @param info what stands behind the fence: its language, and the name of a file where it is one
 * @param marker who runs it, or why nobody does; absent: the build runs it as it stands there
 */
public record Block(String document, int line, String info, Optional<Marker> marker, String text) {

    private static final Pattern SHELL = Pattern.compile("(sh|bash|shell|console|zsh)( .*)?");
    /** What is no command: what is shown, drawn, or saved as a file. Only these, so that no other name hides commands. */
    private static final Pattern NO_SHELL =
            Pattern.compile("|mermaid|text vector|yaml|csv|html|json( .+)?|(python|java) .+");

    private static final Pattern LOOKS_LIKE_SHELL = Pattern.compile(
            "(?m)^\\s*(\\$ |([A-Z_][A-Z0-9_]*=\\S* +)*(\\./koobridge\\b|(curl|mvn|docker|kubectl) )).*");

    /** On a line of its own, as a list's item too, and in code marks too; a sentence goes on behind them. */
    private static final Pattern STRAY = Pattern.compile(
            "\\s*([-*>] +|\\d+\\. +)?(\\$ )?(`[^`]*\\./koobridge[^`]*`[.:;]?|([A-Z_][A-Z0-9_]*=\\S* +)*\\./koobridge\\b.*|~~~.*)");

    public static List<Block> in(Path document) {
        return in(String.valueOf(document.getFileName()), Repository.read(document));
    }

    static List<Block> in(String document, String text) {
        var blocks = new ArrayList<Block>();
        var whole = Marker.ofPage(text);
        var lines = text.lines().toList();
        var before = "";
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at).strip();
            if (line.startsWith("```")) {
                int begin = at;
                var content = new StringBuilder();
                for (at++; at < lines.size() && !lines.get(at).strip().startsWith("```"); at++) {
                    content.append(lines.get(at)).append('\n');
                }
                var marker = Marker.of(before).or(() -> whole);
                blocks.add(new Block(document, begin + 1, line.substring(3).strip(), marker, content.toString()));
                before = "";
            } else if (!line.isEmpty()) {
                before = line;
            }
        }
        return blocks;
    }

    /** Lines outside of all blocks that show a command, which nobody would run. */
    static List<String> strays(String document, String text) {
        var lines = new ArrayList<>(text.lines().toList());
        in(document, text).forEach(block -> {
            long end = block.line() + block.text().lines().count();
            for (int at = block.line() - 1; at <= end && at < lines.size(); at++) {
                lines.set(at, "");
            }
        });
        return IntStream.range(0, lines.size())
                .filter(at -> STRAY.matcher(lines.get(at)).matches())
                .mapToObj(at -> document + ":" + (at + 1))
                .toList();
    }

    /** The same block with other commands. */
    public Block with(String otherText) {
        return new Block(document, line, info, marker, otherText);
    }

    public boolean isShell() {
        return SHELL.matcher(info).matches();
    }

    boolean isOfAKnownKind() {
        return isShell() || NO_SHELL.matcher(info).matches();
    }

    /** What somebody would type, without saying so. */
    boolean hidesCommands() {
        return !isShell() && LOOKS_LIKE_SHELL.matcher(text).find();
    }

    /** The build runs it as it stands there. */
    public boolean isRunHere() {
        return isShell() && marker.isEmpty();
    }

    /** A command a line, continued ones joined. */
    public Stream<Command> commands() {
        return text.replaceAll("\\\\\\n\\s*", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(Command::new);
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
