package io.koobridge.stack.demo;

import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The suite that the demo plays in.
 *
 * @param variables of its {@code local.env}
 * @param cli the command line, pointed at it
 * @param home where it keeps its data and logs
 * @param outages how its processes are stopped; absent where they are not the demo's to stop
 */
public record Place(
        Map<String, String> variables,
        Cli cli,
        Path home,
        @Nullable Outages outages) {

    /** Where the example product is, when the suite provisions there. */
    public static final String PRODUCT = "KOOBRIDGE_PRODUCT_URL";

    public Place {
        variables = Map.copyOf(variables);
    }

    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new StackFailure("The running suite does not tell " + name);
        }
        return value;
    }

    /** What {@code local.env} says now: processes that were started again have other ids. */
    Map<String, String> now() {
        return EnvFile.localEnv(home).read();
    }

    /** Whether the buyer is led to the example product, whose tenants can be looked at. */
    boolean hasExampleProduct() {
        return variables.containsKey(PRODUCT);
    }

    /** Every call of the example product, one line each, and every tenant, one line for each change. */
    Map<String, Long> productLines() {
        if (!hasExampleProduct()) {
            return Map.of();
        }
        return Map.of("calls", lines("logs/product.log"), "changes of tenants", lines("product.jsonl"));
    }

    private long lines(String file) {
        try (var lines = Files.lines(home.resolve(file))) {
            return lines.count();
        } catch (IOException | UncheckedIOException e) {
            throw new StackFailure("%s cannot be read: %s".formatted(home.resolve(file), e.getMessage()), e);
        }
    }

    Optional<Outages> mayStop() {
        return Optional.ofNullable(outages);
    }
}
