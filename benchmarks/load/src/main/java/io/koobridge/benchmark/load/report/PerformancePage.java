package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Section;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** docs/performance.md: its sentences are people's, what stands between a section's marks is the benchmark's. */
public record PerformancePage(Path file) {

    public static PerformancePage of(Path root) {
        return new PerformancePage(root.resolve("docs/performance.md"));
    }

    /**
     * To be asked before anything is measured for half an hour.
     *
     * @throws StackFailure when the page has no marks for one of the sections
     */
    public void requirePlaces(List<Section> sections) {
        String page = read();
        sections.forEach(section -> Place.of(section, page, file));
    }

    /**
     * Replaces what stands between the section's marks.
     *
     * @param conditions of this run: machine, repetitions
     * @throws StackFailure when the page has no such marks
     */
    public void write(Finding finding, String conditions) {
        String page = read();
        var place = Place.of(finding.section(), page, file);
        String content = "%n%s%n%n%s%n".formatted(conditions, Markdown.of(finding.results()));
        try {
            Files.writeString(file, page.substring(0, place.from()) + content + page.substring(place.to()));
        } catch (IOException e) {
            throw new StackFailure("The page " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StackFailure("The page " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Behind the first mark, and where the second begins. */
    private record Place(int from, int to) {

        static Place of(Section section, String page, Path file) {
            String begin = "<!-- measured: " + section.name() + " -->";
            String end = "<!-- end: " + section.name() + " -->";
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new StackFailure("%s has no place for the section %s: a line %s and, below it, a line %s"
                        .formatted(file.getFileName(), section.name(), begin, end));
            }
            return new Place(from + begin.length(), to);
        }
    }
}
