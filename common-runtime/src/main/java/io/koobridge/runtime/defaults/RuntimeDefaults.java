package io.koobridge.runtime.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds {@code koobridge-runtime.yaml} below every other source, so that whatever a service, a file or the environment says wins.
 * In a container logs are JSON.
 */
final class RuntimeDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "koobridge-runtime.yaml";
    private static final String LOG_FORMAT = "logging.structured.format.console";

    /** Docker and Podman leave one of these in each container. */
    private static final List<Path> CONTAINER_MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        if (inContainer(environment)) {
            sources.addLast(new MapPropertySource("koobridge-container", Map.of(LOG_FORMAT, "ecs")));
        }
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is not readable", e);
        }
    }

    private static boolean inContainer(Environment environment) {
        return CloudPlatform.KUBERNETES.isActive(environment)
                || CONTAINER_MARKS.stream().anyMatch(Files::exists);
    }
}
