package io.koobridge.system.documents.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The promises of a page: a row each, whose last column says which tests show it. */
record Promises(String text) {

    private static final Pattern ROW =
            Pattern.compile("(?<promise>\\| `(?<id>[a-z0-9-]+)` \\| (?<sentence>[^|]+) \\|)(?<tests>.*)");

    /** In their order. */
    List<String> ids() {
        return text.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group("id"))
                .toList();
    }

    /** The page with its last column as these tests have it. */
    String shownBy(List<Defence> defences) {
        return text.lines()
                .map(line -> {
                    var row = ROW.matcher(line);
                    return row.matches() ? row.group("promise") + tests(row.group("id"), defences) : line;
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String tests(String id, List<Defence> defences) {
        return ofPromise(id, defences).map(Defence::markdown).collect(Collectors.joining("<br>", " ", " |"));
    }

    private static Stream<Defence> ofPromise(String id, List<Defence> defences) {
        return defences.stream().filter(defence -> defence.promise().equals(id));
    }

    /** What is wrong with the page and these tests; nothing, when each promise is shown by tests that run. */
    List<String> faults(List<Defence> defences) {
        var faults = new ArrayList<String>();
        var ids = ids();
        Set<String> known = new TreeSet<>(ids);
        if (known.size() < ids.size()) {
            faults.add("a promise stands there twice");
        }
        known.stream()
                .filter(id -> ofPromise(id, defences).findAny().isEmpty())
                .forEach(id -> faults.add("no test shows " + id));
        known.stream()
                .filter(id -> ofPromise(id, defences).findAny().isPresent()
                        && ofPromise(id, defences).allMatch(defence -> defence.trouble()
                                .filter(trouble -> !trouble.always())
                                .isPresent()))
                .forEach(id -> faults.add("only tests that may be skipped show " + id));
        for (var defence : defences) {
            if (!known.contains(defence.promise())) {
                faults.add("%s shows %s, which nobody promised".formatted(defence, defence.promise()));
            }
            defence.trouble()
                    .filter(Trouble::always)
                    .ifPresent(trouble -> faults.add("%s is not run: %s".formatted(defence, trouble.why())));
        }
        return faults;
    }

    /** Sentences that a user reads: from a capital letter to a full stop. */
    Stream<String> sentencesThatAreNone() {
        return text.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group("sentence"))
                .filter(sentence -> !sentence.matches("[A-Z`].{20,160}\\."));
    }
}
