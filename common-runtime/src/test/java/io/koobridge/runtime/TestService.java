package io.koobridge.runtime;

import io.koobridge.testkit.FreePorts;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that has nothing but this module and what a test adds: a real server on two free ports. */
public record TestService(ConfigurableApplicationContext context) implements AutoCloseable {

    public static final String TOKEN = "an-invented-token-1";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    /** Starts a service whose Kafka is not there, unless the settings, each {@code key=value}, name one. */
    public static TestService start(Class<?> beans, String... settings) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "spring.application.name=test-service",
                                "server.port=0",
                                "management.server.port=0",
                                "koobridge.seller-id=test",
                                "koobridge.internal.tokens=" + TOKEN,
                                "spring.kafka.bootstrap-servers=127.0.0.1:" + FreePorts.next()),
                        Stream.of(settings))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> all.put(setting[0], setting[1]));
        var arguments = all.entrySet().stream().map(setting -> "--" + setting).toArray(String[]::new);
        return new TestService(new SpringApplicationBuilder(Application.class, beans).run(arguments));
    }

    public URI publicUrl(String path) {
        return url("local.server.port", path);
    }

    public URI internalUrl(String path) {
        return url("local.management.port", path);
    }

    private URI url(String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
