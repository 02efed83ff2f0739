package io.koobridge.gateway.running;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.GatewayApplication;
import io.koobridge.gateway.dialect.v1.V1Vectors;
import io.koobridge.gateway.waiting.WaitingPages;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.testkit.FreePorts;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The real application in this JVM, with a journal that remembers and a clock of the test's choice. */
final class RunningGateway implements AutoCloseable {

    static final String SELLER = "seller-of-tests";
    static final String TOKEN = "a-service-token-of-tests";
    static final String PATH = "/koogallery/saas";
    static final String EU_PATH = "/koogallery/eu";
    /** The key of the vectors in saas-v2 §7.6. */
    static final String KEY = "kg-test-key-4f7c2a90b1d8";

    /** Addresses with a key of the first one; each remembers nonces of its own. */
    static final String TWIN_PATH = "/koogallery/twin";

    static final String OTHER_TWIN_PATH = "/koogallery/other-twin";
    static final String SECOND_KEY = "kg-test-key-second-0c1d2e3f";
    static final String ENDED_KEY = "kg-test-key-ended-9e8d7c6b";
    static final Instant ENDED_AFTER = Instant.parse("2024-10-28T00:00:00Z");
    static final String ORDERS_PATH = "/koogallery/orders";
    /** The key of the worked example in order-notification §8. */
    static final String GENERAL_KEY = "isvDemoKey-7Q2m9T4xKp";

    static final String EU_KEY = "kg-test-key-eu-5a6b7c8d9e";

    static final String V1_KEY = "8e2a1d3c-6c95-4ba4-8f7e-4d92bb380165";
    static final String SECOND_V1_KEY = "0c4b8e61-77a2-4c1e-9d35-2f9b6a1e5d70";
    static final String ENDED_V1_KEY = "5e0d9a17-30c6-4f8b-b1a4-8c72e6f3094d";
    /** Where a POST with a token is V1, too. */
    static final String INTL_PATH = "/koogallery/intl";

    /** Called with the key of the V1 vectors, in either edition. */
    static final String VECTORS_PATH = "/koogallery/vectors";

    private final ConfigurableApplicationContext context;
    private final RecordingJournal journal;
    private final int port;
    private final int internalPort;

    private RunningGateway(
            ConfigurableApplicationContext context, RecordingJournal journal, int port, int internalPort) {
        this.context = context;
        this.journal = journal;
        this.port = port;
        this.internalPort = internalPort;
    }

    static RunningGateway start(String broker, URI provisioning, Clock clock) {
        return start(broker, provisioning, clock, Map.of());
    }

    static RunningGateway start(String broker, URI provisioning, Clock clock, Map<String, String> more) {
        var journal = new RecordingJournal();
        int port = FreePorts.next();
        int internalPort = FreePorts.next();
        var settings = new ArrayList<String>();
        settings(broker, provisioning, port, internalPort)
                .forEach((name, value) -> settings.add("--" + name + "=" + value));
        more.forEach((name, value) -> settings.add("--" + name + "=" + value));
        var context = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(beans -> {
                    var registry = (GenericApplicationContext) beans;
                    registry.registerBean(Clock.class, () -> clock);
                    registry.registerBean(Journal.class, () -> journal);
                    registry.registerBean(ReactorResourceFactory.class, RunningGateway::resources);
                })
                .run(settings.toArray(String[]::new));
        return new RunningGateway(context, journal, port, internalPort);
    }

    /** Of its own: the usual ones belong to the whole JVM, and the first gateway that stops would stop every other. */
    private static ReactorResourceFactory resources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // Nobody asks it anything any more when a test has ended.
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    private static Map<String, Object> settings(String broker, URI provisioning, int port, int internalPort) {
        return Map.ofEntries(
                Map.entry("server.port", port),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("management.server.port", internalPort),
                Map.entry("spring.kafka.bootstrap-servers", broker),
                Map.entry("koobridge.seller-id", SELLER),
                Map.entry("koobridge.internal.tokens", TOKEN),
                Map.entry("koobridge.topics.mode", "create"),
                Map.entry("koobridge.topics.partitions", 3),
                Map.entry("koobridge.gateway.provisioning-url", provisioning),
                Map.entry("koobridge.gateway.addresses[0].path", PATH),
                Map.entry("koobridge.gateway.addresses[0].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[0].keys.base[0].id", "base-1"),
                Map.entry("koobridge.gateway.addresses[0].keys.base[0].secret", KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.base[1].id", "base-2"),
                Map.entry("koobridge.gateway.addresses[0].keys.base[1].secret", SECOND_KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.base[2].id", "base-ended"),
                Map.entry("koobridge.gateway.addresses[0].keys.base[2].secret", ENDED_KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.base[2].not-after", ENDED_AFTER),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[0].id", "v1-1"),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[0].secret", V1_KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[1].id", "v1-2"),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[1].secret", SECOND_V1_KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[2].id", "v1-ended"),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[2].secret", ENDED_V1_KEY),
                Map.entry("koobridge.gateway.addresses[0].keys.v1[2].not-after", ENDED_AFTER),
                Map.entry("koobridge.gateway.addresses[4].v1.accept-post", true),
                Map.entry("koobridge.sealing.contact.public-keyset", contactKeyset()),
                Map.entry("koobridge.gateway.addresses[4].path", INTL_PATH),
                Map.entry("koobridge.gateway.addresses[4].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[4].edition", "INTL"),
                Map.entry("koobridge.gateway.addresses[4].keys.base[0].id", "v1-1"),
                Map.entry("koobridge.gateway.addresses[4].keys.base[0].secret", V1_KEY),
                Map.entry("koobridge.gateway.addresses[5].path", VECTORS_PATH),
                Map.entry("koobridge.gateway.addresses[5].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[5].keys.base[0].id", "v1-vectors"),
                Map.entry("koobridge.gateway.addresses[5].keys.base[0].secret", V1Vectors.key()),
                Map.entry("koobridge.gateway.addresses[1].path", EU_PATH),
                Map.entry("koobridge.gateway.addresses[1].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[1].edition", "EU"),
                Map.entry("koobridge.gateway.addresses[1].change-refused-code", "000100"),
                Map.entry("koobridge.gateway.addresses[1].keys.base[0].id", "eu-1"),
                Map.entry("koobridge.gateway.addresses[1].keys.base[0].secret", EU_KEY),
                Map.entry("koobridge.gateway.addresses[2].path", TWIN_PATH),
                Map.entry("koobridge.gateway.addresses[2].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[2].keys.base[0].id", "base-1"),
                Map.entry("koobridge.gateway.addresses[2].keys.base[0].secret", KEY),
                Map.entry("koobridge.gateway.addresses[3].path", OTHER_TWIN_PATH),
                Map.entry("koobridge.gateway.addresses[3].kind", "SAAS"),
                Map.entry("koobridge.gateway.addresses[3].keys.base[0].id", "base-1"),
                Map.entry("koobridge.gateway.addresses[3].keys.base[0].secret", KEY),
                Map.entry("koobridge.gateway.addresses[6].path", ORDERS_PATH),
                Map.entry("koobridge.gateway.addresses[6].kind", "ORDERS"),
                Map.entry("koobridge.gateway.addresses[6].keys.general[0].id", "general-1"),
                Map.entry("koobridge.gateway.addresses[6].keys.general[0].secret", GENERAL_KEY));
    }

    private static String contactKeyset() {
        try {
            var file = Files.createTempFile(Path.of("target"), "contact", ".json");
            return "file:" + Files.writeString(file, SealingKeys.generate().publicKeyset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    int internalPort() {
        return internalPort;
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    WaitingPages waitingPages() {
        return context.getBean(WaitingPages.class);
    }

    /** What the journal says about calls, in order. */
    List<CallbackAnswered> journaled() {
        return journal.entriesOf(CallbackAnswered.class);
    }

    RecordingJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        context.close();
    }
}
