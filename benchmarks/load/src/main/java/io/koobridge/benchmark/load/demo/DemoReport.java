package io.koobridge.benchmark.load.demo;

import io.koobridge.benchmark.load.process.Program.Line;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.stack.process.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the demo printed: how long each chapter took, and what each process occupies. */
final class DemoReport {

    static final String FIRST = "life";

    private static final Pattern READY = Pattern.compile("Everything is ready after (\\d+)[.,](\\d) s");
    private static final Pattern CHAPTER = Pattern.compile(" *chapter (\\S+): (\\d+)[.,](\\d) s");
    private static final Pattern MEMORY = Pattern.compile(" {3}([a-z]+) +(\\d+)(?: +(\\d+)(?: +above)?)?");
    private static final int START = 90;
    private static final int CHAPTERS = 30;

    private final List<List<String>> times = new ArrayList<>();
    private final List<List<String>> memory = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    private DemoReport() {}

    /** @throws StackFailure when it does not say what a demo that has ended says */
    static Results of(List<Line> printed) {
        var report = new DemoReport();
        printed.forEach(report::read);
        if (report.times.size() < 2 || report.memory.isEmpty()) {
            throw new StackFailure("The demo does not tell how long it took, or what its processes occupy");
        }
        return new Results(
                List.of(
                        new Table("Start and chapters, s", List.of("", "s"), report.times, List.of()),
                        new Table(
                                "Resident memory when all chapters were played, MiB",
                                List.of("process", "MiB"),
                                report.memory,
                                List.of("The product is the example's, a seller's own has its own."))),
                report.bars,
                report.figures);
    }

    private void read(Line line) {
        matches(READY, line).forEach(ready -> time("start", seconds(ready, 1)));
        matches(CHAPTER, line).forEach(chapter -> chapter(chapter, line));
        matches(MEMORY, line).forEach(this::memory);
    }

    private void chapter(MatchResult chapter, Line line) {
        double seconds = seconds(chapter, 2);
        time(chapter.group(1), seconds);
        if (chapter.group(1).equals(FIRST)) {
            double whole = line.at().toMillis() / 1000.0;
            bars.add(Bar.atMost("demo: start and `life` ≤ %d s".formatted(START), whole, START, text(whole) + " s"));
        } else {
            bars.add(Bar.atMost(
                    "demo: `%s` ≤ %d s".formatted(chapter.group(1), CHAPTERS),
                    seconds,
                    CHAPTERS,
                    text(seconds) + " s"));
        }
    }

    private void time(String what, double seconds) {
        times.add(List.of(what, text(seconds)));
        figures.add(new Figure("demo." + what, "s", single(seconds)));
    }

    private void memory(MatchResult process) {
        String name = process.group(1);
        String limit = process.group(3);
        double mebibytes = Double.parseDouble(process.group(2));
        memory.add(List.of(name, process.group(2)));
        figures.add(new Figure("demo.memory." + name, "MiB", single(mebibytes)));
        if (limit != null) {
            bars.add(Bar.atMost(
                    "demo: memory of %s ≤ %s MiB".formatted(name, limit),
                    mebibytes,
                    Double.parseDouble(limit),
                    process.group(2) + " MiB"));
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, Line line) {
        var matcher = pattern.matcher(line.text());
        return matcher.matches() ? Stream.of(matcher.toMatchResult()) : Stream.empty();
    }

    /** The demo prints in the country's own way, with a point or a comma. */
    private static double seconds(MatchResult found, int group) {
        return Double.parseDouble(found.group(group) + "." + found.group(group + 1));
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static Spread single(double value) {
        return new Spread(value, value, value);
    }
}
