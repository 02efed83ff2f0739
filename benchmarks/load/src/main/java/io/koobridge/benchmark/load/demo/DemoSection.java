package io.koobridge.benchmark.load.demo;

import io.koobridge.benchmark.load.process.Program;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.stack.program.Program.AppJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./koobridge demo} with everything built, once: it ends with an error when anything that it plays is wrong. */
public final class DemoSection implements Section {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String title() {
        return "The demo";
    }

    @Override
    public String repeats(Plan plan) {
        return "Played once: it takes minutes, most of them waiting.";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        Path home = lab.directory(this);
        lab.progress().say("  the demo plays, for two or three minutes ...");
        return DemoReport.of(new Program(command(lab), home, Map.of("KOOBRIDGE_HOME", home.toString())).run());
    }

    /** As the script has it. The caches were made before, if at all: making them is no part of a start. */
    private static List<String> command(Lab lab) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkoobridge.root=" + lab.root(),
                "-Dkoobridge.caches=use",
                "-jar",
                AppJar.built(lab.root(), "local-stack").jar().toString(),
                "demo"));
        if (lab.plan().quick()) {
            command.addAll(List.of("--only", DemoReport.FIRST));
        }
        return command;
    }
}
