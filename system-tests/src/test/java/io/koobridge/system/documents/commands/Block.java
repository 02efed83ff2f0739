package io.koobridge.system.documents.commands;

import io.koobridge.system.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern LOOKS_LIKE_SHELL =
            Pattern.compile("(?m)^(\\$ |\\./koobridge|curl |mvn |docker |kubectl ).*");

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

    /** The same block with other commands. */
    public Block with(String otherText) {
        return new Block(document, line, info, marker, otherText);
    }

    public boolean isShell() {
        return SHELL.matcher(info).matches();
    }

    /** What somebody would type, without saying so. */
    boolean hidesCommands() {
        return info.isEmpty() && LOOKS_LIKE_SHELL.matcher(text).find();
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
