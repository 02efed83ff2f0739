package io.koobridge.runtime.port;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/** The rule that internal routes have a port of their own. */
final class TwoPorts {

    private static final String PUBLIC = "server.port";
    private static final String INTERNAL = "management.server.port";
    private static final int ANY_FREE = 0;

    private TwoPorts() {}

    static void require(Environment environment) {
        int publicPort = environment.getProperty(PUBLIC, Integer.class, 8080);
        @Nullable Integer internalPort = environment.getProperty(INTERNAL, Integer.class);
        if (internalPort == null || internalPort < 0) {
            throw refused(internalPort, "must be set: internal routes are served there, and nowhere else");
        }
        if (internalPort == publicPort && publicPort != ANY_FREE) {
            throw refused(internalPort, "must differ from %s, or internal routes would be public".formatted(PUBLIC));
        }
    }

    private static InvalidConfigurationPropertyValueException refused(@Nullable Integer port, String why) {
        return new InvalidConfigurationPropertyValueException(INTERNAL, port, INTERNAL + " " + why);
    }
}
