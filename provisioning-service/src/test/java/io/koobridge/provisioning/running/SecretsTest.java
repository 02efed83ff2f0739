package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.testkit.FakeServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Promise: no body, secret or buyer's data is logged or measured, not even at DEBUG (design §7, §8). */
class SecretsTest {

    private static final String SECRET_KEY = "SK-that-nobody-may-read";
    private static final String PASSWORD = "Initial-Password-9";
    private static final String WEBHOOK = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";

    /** As {@link Marketplace} answers it. */
    private static final String MOBILE = "13800000000";

    @Test
    void neitherLogNorMetricsTellWhatAnOrderAProductOrARecordHolds() {
        var ours = (Logger) LoggerFactory.getLogger("io.koobridge");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        try (var marketplace = new FakeServer(Marketplace::order);
                var product = new FakeServer(_ -> new FakeServer.Response(200, """
                        {"status":"READY","appInfo":{"frontEndUrl":"https://app.example.com/1","userName":"admin",\
                        "password":"%s"}}""".formatted(PASSWORD)));
                var service = new RunningProvisioning(
                        marketplace.url(),
                        Map.of(
                                "koobridge.open-api.secret-key",
                                SECRET_KEY,
                                "koobridge.provisioner.type",
                                "http",
                                "koobridge.provisioner.http.url",
                                product.url() + "/koobridge",
                                "koobridge.provisioner.http.secret",
                                WEBHOOK))) {
            ours.setLevel(Level.DEBUG);
            ours.addAppender(log);
            var order = RunningProvisioning.newOrder();
            var id = RunningProvisioning.idOf(order);

            service.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), id, MOBILE.getBytes(UTF_8)));
            service.send(new ProducerRecord<>(
                    Topics.INSTANCE_FACTS.name(), id, ("{\"a\": x" + PASSWORD + "}").getBytes(UTF_8)));
            service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.phase(id).orElse(Phase.PROVISIONING) == Phase.ACTIVE);

            assertThat(log.list).as("something was logged").isNotEmpty();
            assertThat(List.copyOf(log.list).stream().map(SecretsTest::all)).allSatisfy(SecretsTest::assertNothingIn);
            assertNothingIn(String.join("\n", new Actuator(service).metrics()));
        } finally {
            ours.detachAppender(log);
            ours.setLevel(null);
        }
    }

    private static void assertNothingIn(String text) {
        assertThat(text)
                .doesNotContain(MOBILE, PASSWORD, SECRET_KEY, RunningProvisioning.TOKEN)
                .doesNotContain(WEBHOOK, WEBHOOK.substring("whsec_".length()));
    }

    /** All that any format can show of an event: message, keys, context and stack. */
    private static String all(ILoggingEvent event) {
        return "%s %s %s %s"
                .formatted(
                        event.getFormattedMessage(),
                        event.getKeyValuePairs(),
                        event.getMDCPropertyMap(),
                        event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
