package io.koobridge.benchmark.load.report;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/performance.md: its sentences are people's, what stands between a section's marks is the benchmark's. */
public record PerformancePage(Path file) {

    public static PerformancePage of(Path root) {
        return new PerformancePage(root.resolve("docs/performance.md"));
    }

    /**
     * Replaces what stands between the section's marks.
     *
     * @param conditions of this run: machine, repetitions
     * @throws StackFailure when the page has no such marks
     */
    public void write(Finding finding, String conditions) {
        String begin = "<!-- measured: " + finding.section().name() + " -->";
        String end = "<!-- end: " + finding.section().name() + " -->";
        try {
            String page = Files.readString(file);
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new StackFailure("%s has no place for the section %s: a line %s and, below it, a line %s"
                        .formatted(file.getFileName(), finding.section().name(), begin, end));
            }
            String content = "%s%n%s%n%n%s%n".formatted(begin, conditions, Markdown.of(finding.results()));
            Files.writeString(file, page.substring(0, from) + content + page.substring(to));
        } catch (IOException e) {
            throw new StackFailure("The page " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
