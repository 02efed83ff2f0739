package io.koobridge.benchmark.load;

import io.koobridge.benchmark.load.report.Finding;
import io.koobridge.benchmark.load.report.Markdown;
import io.koobridge.benchmark.load.section.Bar.Verdict;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the suite, compares it with what could be had instead, and says which bars are met.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:all bars that were measured are met",
            "1:a bar is missed",
            "2:something could not be measured, or an answer was wrong"
        })
final class BenchmarkCommand implements Callable<Integer> {

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

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path root = root();
        var plan = quick ? Plan.trial() : Plan.whole(repetitions, Duration.ofSeconds(seconds));
        var lab = new Lab(root, root.resolve("target/benchmark"), plan, System.out::println);
        var findings = new ArrayList<Finding>();
        for (var section : wanted()) {
            System.out.println(section.title());
            var finding = new Finding(section, section.run(lab));
            System.out.println("\n" + Markdown.of(finding.results()) + "\n");
            findings.add(finding);
        }
        boolean missed = findings.stream()
                .flatMap(finding -> finding.results().bars().stream())
                .anyMatch(bar -> bar.verdict() == Verdict.MISSED);
        return missed && !quick ? 1 : 0;
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
            throw new StackFailure("Start this by ./koobridge benchmark, which sets the system property koobridge.root");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }
}
