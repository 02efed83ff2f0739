package io.koobridge.stack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For the benchmark: whoever measures a start wants the caches made before. */
@Command(name = "caches", hidden = true, description = "Makes the AOT caches that are missing.")
final class CachesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Training.withCaches(Project.root(), System.out::println);
        return 0;
    }
}
