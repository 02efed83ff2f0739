package io.koobridge.runtime.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds {@code koobridge-runtime.yaml} below every other source, so that whatever a service, a file or the environment says wins.
 * Under Kubernetes logs are JSON; elsewhere {@code logging.structured.format.console=ecs} makes them so, as the images do.
 */
final class RuntimeDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "koobridge-runtime.yaml";
    private static final String LOG_FORMAT = "logging.structured.format.console";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        if (CloudPlatform.KUBERNETES.isActive(environment)) {
            sources.addLast(new MapPropertySource("koobridge-kubernetes", Map.of(LOG_FORMAT, "ecs")));
        }
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is not readable", e);
        }
    }
}
