package io.koobridge.system.documents;

import io.koobridge.system.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links of a page to other pages and to headings. */
final class Links {

    private static final Pattern LINK =
            Pattern.compile("\\]\\((?<target>(?<file>[^)#\\s]*)(#(?<anchor>[^)\\s]*))?)[^)]*\\)");
    private static final Pattern FENCED =
            Pattern.compile("^ {0,3}```[^\\n]*\\n.*?^ {0,3}```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(?<words>.+?) *#*$");

    private Links() {}

    /** Those that lead to no file, or to no heading of one. Nobody looks at what is elsewhere. */
    static List<String> dead(Path document, String text) {
        return LINK.matcher(text)
                .results()
                .filter(link -> !link.group("file").matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(link, document, text))
                .map(link -> link.group("target"))
                .toList();
    }

    private static boolean leadsSomewhere(MatchResult link, Path document, String text) {
        var file = document.resolveSibling(link.group("file")).normalize();
        boolean here = link.group("file").isEmpty();
        if (!here && !Files.exists(file)) {
            return false;
        }
        return link.group("anchor") == null
                || anchors(here ? text : Repository.read(file)).contains(link.group("anchor"));
    }

    /** As GitHub makes them: lower case, letters, digits and hyphens; a second one of a name has a number. */
    private static Set<String> anchors(String text) {
        var seen = new HashMap<String, Integer>();
        var anchors = new HashSet<String>();
        HEADING.matcher(FENCED.matcher(text).replaceAll("")).results().forEach(heading -> {
            var name = heading.group("words")
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(name, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? name : name + "-" + before);
        });
        return anchors;
    }
}
