package io.koobridge.benchmark.load;

import io.koobridge.benchmark.load.report.Conditions;
import io.koobridge.benchmark.load.report.Finding;
import io.koobridge.benchmark.load.report.JsonReport;
import io.koobridge.benchmark.load.report.Machine;
import io.koobridge.benchmark.load.report.Markdown;
import io.koobridge.benchmark.load.report.PerformancePage;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the suite, compares it with what could be had instead, and says which bars are met.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:all bars are met, or --quick found nothing wrong",
            "1:a bar is missed, or this run could not judge it",
            "2:something could not be measured, or an answer was wrong"
        })
final class BenchmarkCommand implements Callable<Integer> {

    /** One that is twice as long still fits into the heap, signed, and into a signature's minute. */
    private static final int LONGEST = 10;

    @Option(
            names = "--only",
            paramLabel = "SECTION",
            split = ",",
            description = "These sections instead of all of them.")
    private List<String> only = List.of();

    @Option(names = "--repetitions", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    private int repetitions = 5;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each run is. Default: ${DEFAULT-VALUE}")
    private int seconds = 5;

    @Option(names = "--quick", description = "Only try whether everything works: no number of it means anything.")
    private boolean quick;

    @Option(names = "--write-docs", description = "Write the tables into docs/performance.md.")
    private boolean writeDocs;

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything for machines.")
    private @Nullable Path json;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "Where what is measured keeps its data; emptied. Default: target/benchmark of the project")
    private @Nullable Path home;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (quick && writeDocs) {
            throw new StackFailure("--quick measures nothing that is worth writing down: leave out --write-docs");
        }
        if (repetitions < 1 || seconds < 1 || seconds > LONGEST) {
            throw new StackFailure(
                    "At least one repetition, and runs of 1 to %d s: calls are signed ahead and kept in memory"
                            .formatted(LONGEST));
        }
        var sections = wanted();
        Path root = root();
        if (writeDocs) {
            PerformancePage.of(root).requirePlaces(sections);
        }
        var plan = quick ? Plan.trial() : Plan.whole(repetitions, Duration.ofSeconds(seconds));
        Path data = (home == null ? root.resolve("target/benchmark") : home).toAbsolutePath();
        Files.createDirectories(data);
        var lab = new Lab(root, data, plan, System.out::println);
        try (var _ = HomeLock.take(data)) {
            return measure(sections, lab);
        }
    }

    private int measure(List<Section> sections, Lab lab) throws InterruptedException, IOException {
        var plan = lab.plan();
        var machine = Machine.here();
        var findings = new ArrayList<Finding>();
        for (var section : sections) {
            System.out.println(section.title());
            long begin = System.nanoTime();
            var finding = new Finding(section, section.run(lab));
            var took = Duration.ofNanos(System.nanoTime() - begin);
            String conditions = Conditions.of(section, machine, plan, took);
            System.out.println("\n" + conditions + "\n\n" + Markdown.of(finding.results()) + "\n");
            if (writeDocs) {
                PerformancePage.of(lab.root()).write(finding, conditions);
            }
            findings.add(finding);
        }
        if (json != null) {
            JsonReport.of(machine, plan, findings).write(json);
        }
        return quick || allMet(findings) ? 0 : 1;
    }

    private static boolean allMet(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.results().bars().stream())
                .allMatch(bar -> bar.verdict() == Verdict.MET);
    }

    private List<Section> wanted() {
        var all = Sections.all();
        var names = all.stream().map(Section::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new StackFailure("There is no section " + name + ", only " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(section -> only.isEmpty() || only.contains(section.name()))
                .toList();
    }

    private static Path root() {
        String root = System.getProperty("koobridge.root");
        if (root == null) {
            throw new StackFailure(
                    "Start this by ./koobridge benchmark, which sets the system property koobridge.root");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }
}
