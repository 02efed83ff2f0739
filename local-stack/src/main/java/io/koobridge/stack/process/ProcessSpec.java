package io.koobridge.stack.process;

import java.util.List;
import java.util.Map;

/**
 * What it takes to run one child.
 *
 * @param environment is added to what the {@link Occasion} leaves of this process's own
 * @param readiness holds when others may use the child
 * @param ports must be free before the first start
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Readiness readiness, List<Port> ports) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
