package io.koobridge.stack.suite;

import io.koobridge.stack.environment.Addresses;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import java.nio.file.Path;

/**
 * One local installation, as decided before its start.
 *
 * @param root of the project, where the built jars are
 * @param home where this installation keeps its data
 */
public record Installation(Path root, Path home, Settings settings, Addresses addresses, Keys keys) {

    public static Installation of(Path root, Path home, Settings settings, boolean freePorts) {
        return new Installation(root, home, settings, Addresses.of(settings, freePorts), Keys.load(home, settings));
    }
}
