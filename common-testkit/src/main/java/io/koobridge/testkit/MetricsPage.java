package io.koobridge.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/metrics.md says of each metric's labels, to be compared with what a process shows. */
public final class MetricsPage {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(koobridge_[a-z_]+)` \\| [^|]+ \\| ([^|]*) \\|");
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");
    private static final Pattern SERIES =
            Pattern.compile("(koobridge_[a-z_]+?)(?:_bucket|_count|_sum|_max)?\\{(.*)} \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Each series has the one, each bucket the other. */
    private static final Set<String> EVERYWHERE = Set.of("application", "le");

    private final Map<String, Set<String>> labels;

    private MetricsPage(Map<String, Set<String>> labels) {
        this.labels = labels;
    }

    /** The page of the tree that a module's tests run in. */
    public static MetricsPage read() {
        try {
            return new MetricsPage(ROW.matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
                    .results()
                    .collect(Collectors.toMap(row -> row.group(1), row -> words(row.group(2)))));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/metrics.md cannot be read", e);
        }
    }

    /**
     * Series of ours that the page does not know, or knows with other labels.
     *
     * @param scrape lines in Prometheus' text form
     */
    public List<String> contradictedBy(Collection<String> scrape) {
        return scrape.stream()
                .filter(line -> line.startsWith("koobridge_"))
                .filter(line -> !describes(line))
                .toList();
    }

    private boolean describes(String line) {
        var series = SERIES.matcher(line);
        return series.matches() && names(series.group(2)).equals(labels.get(series.group(1)));
    }

    private static Set<String> names(String labels) {
        return LABEL.matcher(labels)
                .results()
                .map(label -> label.group(1))
                .filter(name -> !EVERYWHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
