package io.koobridge.stack.suite;

import io.koobridge.stack.broker.BrokerMain;
import io.koobridge.stack.process.Occasion;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.AotCaches;
import io.koobridge.stack.program.CacheMaking;
import io.koobridge.stack.program.JavaCommand;
import io.koobridge.stack.program.Launcher;
import io.koobridge.stack.program.Program;
import io.koobridge.stack.program.Program.MainClass;
import io.koobridge.stack.store.StoreMain;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The suite's programs as they were built, each with the heap it runs with. A command is turned into a command line by the
 * launcher: {@link Launcher#PLAIN}, or {@link AotCaches} for a quick start.
 *
 * @param root of the project
 */
public record Programs(Path root, Launcher launcher, Occasion occasion) {

    private static final int SERVICE_HEAP = 192;
    private static final int BROKER_HEAP = 256;
    private static final int STORE_HEAP = 192;
    private static final int SIMULATOR_HEAP = 128;
    private static final int SMALL_HEAP = 64;

    /** With the caches that are there. */
    public static Programs of(Path root) {
        return new Programs(root, AotCaches.of(root), Occasion.USE);
    }

    public JavaCommand gateway() {
        return JavaCommand.ofJar(root, "gateway-service", SERVICE_HEAP);
    }

    public JavaCommand provisioning() {
        return JavaCommand.ofJar(root, "provisioning-service", SERVICE_HEAP);
    }

    public JavaCommand license() {
        return JavaCommand.ofJar(root, "license-service", SERVICE_HEAP);
    }

    public JavaCommand tenants() {
        return JavaCommand.ofJar(root, "tenant-sync-service", SERVICE_HEAP);
    }

    public JavaCommand simulator() {
        return JavaCommand.ofJar(root, "marketplace-simulator", SIMULATOR_HEAP);
    }

    public JavaCommand product(String... arguments) {
        return JavaCommand.ofJar(root, "example-product", SMALL_HEAP, arguments);
    }

    public JavaCommand cli(String... arguments) {
        // The JVM's log, which tells of a cache that it ignores, has no place in what a command prints.
        return JavaCommand.ofJar(root, "cli", SMALL_HEAP, arguments).withOptions("-Xlog:disable");
    }

    public JavaCommand broker(String... arguments) {
        return JavaCommand.of(MainClass.ofThis("broker", BrokerMain.class), BROKER_HEAP, arguments);
    }

    public JavaCommand store(String... arguments) {
        return JavaCommand.of(MainClass.ofThis("store", StoreMain.class), STORE_HEAP, arguments);
    }

    public List<String> commandLine(JavaCommand command) {
        return launcher.commandLine(command);
    }

    /**
     * Makes the AOT caches that are missing, and returns the programs that use them.
     *
     * @param training runs all of these programs once and ends them in peace
     */
    public static Programs withCaches(Path root, Progress progress, Consumer<Programs> training) {
        var caches = AotCaches.of(root);
        var programs = new Programs(root, caches, Occasion.USE);
        try {
            new CacheMaking(caches, progress)
                    .makeMissing(
                            programs.all(),
                            recording -> training.accept(new Programs(root, recording, Occasion.TRAINING)));
            caches.keepSource(programs.cli().program());
            caches.keepSource(programs.product().program());
        } catch (RuntimeException e) {
            // Whatever it is: a cache must never cost more than time.
            progress.say("There are no AOT caches, the start takes longer: " + reason(e));
        }
        return programs;
    }

    private static String reason(RuntimeException e) {
        return e instanceof StackFailure ? String.valueOf(e.getMessage()) : e.toString();
    }

    private List<Program> all() {
        return Stream.of(
                        broker(),
                        store(),
                        simulator(),
                        product(),
                        provisioning(),
                        license(),
                        tenants(),
                        gateway(),
                        cli())
                .map(JavaCommand::program)
                .toList();
    }
}
