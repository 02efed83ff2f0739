package io.koobridge.cli.operate;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge orders}: what operators do about orders. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        description = "Has an order looked up that the marketplace told of, or should have told of.")
public final class OrdersCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** Alone it means nothing. */
    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do with an order: replay.");
    }
}
