package io.koobridge.license.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.license.domain.Progress;
import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.license.reconcile.LicenseFinding;
import io.koobridge.service.finding.Findings;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that was started before anybody said who makes licences. */
@Timeout(180)
class NoIssuerYetTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String event = "event-" + UUID.randomUUID();
    private final Map<String, String> settings = new HashMap<>();

    @Test
    void applicationsWaitUntilThereIsOne() {
        List<String> uploads = new CopyOnWriteArrayList<>();
        settings.put("spring.mongodb.uri", TestStore.shared().freshConnectionString(NoIssuerYetTest.class));
        try (var facts = new Facts();
                var server = new FakeServer(_ -> Response.ok("{\"status\":\"ISSUED\",\"license\":\"LIC-1\"}"));
                var marketplace = new FakeServer(request -> {
                    uploads.add(request.path());
                    return Response.ok("");
                })) {
            settings.put(Outside.MARKETPLACE, marketplace.url());
            System.clearProperty("spring.kafka.bootstrap-servers");
            try (var service = Outside.start(LicenseArguments.of(FreePorts.next(), FreePorts.next(), settings))) {
                facts.applied(event);
                var findings = service.getBean(Findings.class);
                await().atMost(SOON).until(() -> open(findings).equals(List.of("issuer")));
                assertThat(service.getBean(ApplicationBook.class)
                                .progress(Facts.id(event))
                                .map(Progress::delivered)
                                .block())
                        .isFalse();
            }

            settings.putAll(LicenseArguments.licenseServer(server.url()));
            try (var service = Outside.start(LicenseArguments.of(FreePorts.next(), FreePorts.next(), settings))) {
                await().atMost(SOON).until(() -> uploads.equals(List.of("/" + event)));
                await().atMost(SOON)
                        .until(() -> open(service.getBean(Findings.class)).isEmpty());
            }
        }
    }

    private static List<String> open(Findings findings) {
        return findings.subjects(LicenseFinding.NO_ISSUER)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
