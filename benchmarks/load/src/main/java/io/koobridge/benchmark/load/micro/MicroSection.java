package io.koobridge.benchmark.load.micro;

import io.koobridge.benchmark.load.process.Program;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JMH's benchmarks of what a call consists of, with the bare work beside each. */
public final class MicroSection implements Section {

    private static final String MODULE = "benchmarks/micro/target";
    private static final String MAIN = "io.koobridge.benchmark.micro.Main";

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String title() {
        return "What a call consists of";
    }

    @Override
    public String repeats(Plan plan) {
        return "JMH: one process for each benchmark, three warm-up rounds of 1 s, five rounds of 500 ms.";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        Path home = lab.directory(this);
        Path table = home.resolve("table.md");
        Path built = lab.root().resolve(MODULE);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
                MAIN,
                "--table",
                table.toString()));
        if (lab.plan().quick()) {
            command.add("--quick");
        }
        lab.progress().say("  some four minutes of JMH ...");
        var _ = new Program(command, home, Map.of()).run();
        return MicroTable.of(Files.readAllLines(table));
    }
}
