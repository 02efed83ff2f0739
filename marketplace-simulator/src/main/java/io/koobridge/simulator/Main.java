package io.koobridge.simulator;

import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** A stand-in KooGallery. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Main {
    private static final String STRICT_ORDERS = "--strict-orders";

    public static void main(String[] args) {
        start(args);
    }

    /** Starts it; closing the context stops it. */
    public static ConfigurableApplicationContext start(String... args) {
        return SpringApplication.run(
                Main.class, Stream.of(args).map(Main::property).toArray(String[]::new));
    }

    /** The one option that has a short form of its own. */
    private static String property(String argument) {
        return argument.equals(STRICT_ORDERS) ? "--koobridge.simulator.strict-orders=true" : argument;
    }
}
