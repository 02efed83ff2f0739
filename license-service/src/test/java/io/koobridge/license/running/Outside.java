package io.koobridge.license.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.Applications;
import io.koobridge.license.LicenseService;
import io.koobridge.license.domain.Delivery;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.ledger.InstanceSource;
import io.koobridge.license.ledger.Places;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;

/**
 * The service with everybody beyond its ledger of licences replaced: there is always a place, the instance is always known, and the
 * marketplace is an address that takes uploads. Its main class is for tests that kill it.
 */
public final class Outside {

    /** Property with the address that uploads are posted to. */
    static final String MARKETPLACE = "test.marketplace";

    private Outside() {}

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(LicenseService.class)
                .initializers(context -> replace((GenericApplicationContext) context))
                .run(arguments);
    }

    private static void replace(GenericApplicationContext context) {
        context.registerBean("testPlaces", Places.class, Everybody::new, bean -> bean.setPrimary(true));
        context.registerBean(
                "testInstances",
                InstanceSource.class,
                () -> id -> Mono.fromSupplier(Applications::instance),
                bean -> bean.setPrimary(true));
        context.registerBean(
                "testDelivery",
                Delivery.class,
                () -> new Post(context.getEnvironment().getRequiredProperty(MARKETPLACE)),
                bean -> bean.setPrimary(true));
    }

    /** Has a place for everybody. */
    private static final class Everybody implements Places {

        @Override
        public Mono<OrderKey> keep(Event<LicenseApplied> application, long generation) {
            return Mono.just(Applications.ORDER);
        }

        @Override
        public Mono<Void> free(String licenseId, long generation) {
            return Mono.empty();
        }
    }

    private record Post(String address) implements Delivery {

        @Override
        public Receipt upload(String eventId, LicenseFile file) {
            try (var http = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create(address + "/" + eventId))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.bytes()))
                        .build();
                var status = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                        .statusCode();
                return switch (status) {
                    case 200 -> new Receipt.Taken();
                    case 422 -> new Receipt.Refused("422", "not valid");
                    default -> new Receipt.Again("HTTP " + status, true);
                };
            } catch (IOException | InterruptedException e) {
                return new Receipt.Again(e.toString(), true);
            }
        }
    }
}
