package io.koobridge.benchmark.load.startup;

import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.program.AotCaches;
import io.koobridge.stack.suite.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The gateway's start beside a running broker, until its health page answers; health is asked ten times a second. */
public final class StartupSection implements Section {

    private static final String WITH_CACHE = "gateway healthy ≤ 4 s with AOT cache";

    private static final String CACHED = "as up does, with AOT cache";

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String title() {
        return "Start-up";
    }

    @Override
    public Results run(Lab lab) {
        Path home = lab.directory(this);
        var processes = new Processes(lab.root(), home);
        var gateway = new Gateway(FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
        try (var broker = new Children(home.resolve("around"), lab.progress())) {
            broker.start(List.of(processes.broker(gateway.brokerPort())));
            return findings(times(lab, home, starts(lab, gateway, processes)));
        }
    }

    private static List<Start> starts(Lab lab, Gateway gateway, Processes processes) {
        var key = new AccessKey("benchmark", UUID.randomUUID().toString(), null);
        var programs = Programs.of(lab.root());
        var starts = new ArrayList<Start>();
        starts.add(new Start("plain jar", gateway.process(processes, key)));
        starts.add(new Start(
                "as up does, no AOT cache", gateway.process(programs.gateway().plain(), processes, key)));
        if (AotCaches.of(lab.root()).isThere(programs.gateway().program())) {
            starts.add(new Start(CACHED, gateway.process(programs.commandLine(programs.gateway()), processes, key)));
        }
        return List.copyOf(starts);
    }

    /** In turns, so that a slow minute of the machine hits all of them. */
    private static Map<String, List<Double>> times(Lab lab, Path home, List<Start> starts) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int repetition = 0; repetition < lab.plan().repetitions(); repetition++) {
            for (var start : starts) {
                try (var children = new Children(home, lab.progress())) {
                    long begin = System.nanoTime();
                    children.start(List.of(start.process()));
                    times.computeIfAbsent(start.label(), _ -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e9);
                }
            }
        }
        return times;
    }

    private static Results findings(Map<String, List<Double>> times) {
        var rows = new ArrayList<List<String>>();
        var figures = new ArrayList<Figure>();
        times.forEach((label, seconds) -> {
            var spread = Spread.of(seconds);
            rows.add(List.of(label, spread.text(1)));
            figures.add(new Figure("start-up." + label.replaceAll("[^A-Za-z]+", "-"), "s", spread));
        });
        var table = new Table(
                "Gateway, from its start to healthy, s",
                List.of("started as", "s"),
                rows,
                List.of(
                        "The plain jar has the options of every other section. `up` stops at the first compiler, for a quick start; with its AOT cache classes are loaded and linked already."));
        return new Results(List.of(table), List.of(bar(times)), figures);
    }

    private static Bar bar(Map<String, List<Double>> times) {
        var cached = times.get(CACHED);
        if (cached == null) {
            return Bar.open(WITH_CACHE, "the gateway has no AOT cache: `./koobridge benchmark` makes it");
        }
        double median = Spread.of(cached).median();
        return Bar.atMost(WITH_CACHE, median, 4, String.format(Locale.ROOT, "%.1f s", median));
    }
}
