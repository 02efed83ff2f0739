package io.koobridge.system.documents.commands;

import java.util.Optional;
import java.util.regex.Pattern;

/** A comment before a block, or for all blocks of a page: {@code <!-- run by: X -->}, {@code <!-- not run: why -->}. */
public sealed interface Marker {

    Pattern COMMENT = Pattern.compile("<!-- (?<page>every block )?(?<kind>run by|not run): (?<what>[^>]+) -->");

    /** A test of this name runs it, or this file of the repository. */
    record RunBy(String runner) implements Marker {}

    /** It needs what the build lacks. */
    record NotRun(String why) implements Marker {}

    static Optional<Marker> of(String line) {
        var comment = COMMENT.matcher(line);
        return comment.matches() && comment.group("page") == null
                ? Optional.of(marker(comment.group("kind"), comment.group("what")))
                : Optional.empty();
    }

    /** The one that counts for every block without its own. */
    static Optional<Marker> ofPage(String text) {
        return COMMENT.matcher(text)
                .results()
                .filter(comment -> comment.group("page") != null)
                .findFirst()
                .map(comment -> marker(comment.group("kind"), comment.group("what")));
    }

    private static Marker marker(String kind, String what) {
        return kind.equals("run by") ? new RunBy(what) : new NotRun(what);
    }
}
