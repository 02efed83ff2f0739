package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The suite that the demo plays in.
 *
 * @param variables of its {@code local.env}
 * @param cli the command line, pointed at it
 * @param outages how its processes are stopped; absent where they are not the demo's to stop
 */
public record Place(
        Map<String, String> variables, Cli cli, @Nullable Outages outages) {

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

    /** Whether the buyer is led to the example product, whose tenants can be looked at. */
    boolean hasExampleProduct() {
        return variables.containsKey(PRODUCT);
    }

    Optional<Outages> mayStop() {
        return Optional.ofNullable(outages);
    }
}
