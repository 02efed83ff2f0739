package io.koobridge.stack.suite;

import io.koobridge.stack.environment.Addresses;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import java.nio.file.Path;

/**
 * One local installation, as decided before its start.
 *
 * @param programs that were built
 * @param home where this installation keeps its data
 */
public record Installation(Programs programs, Path home, Settings settings, Addresses addresses, Keys keys) {

    public static Installation of(Programs programs, Path home, Settings settings, boolean freePorts) {
        return new Installation(programs, home, settings, Addresses.of(settings, freePorts), Keys.load(home, settings));
    }
}
