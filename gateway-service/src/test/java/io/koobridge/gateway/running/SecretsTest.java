package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Promise: no body, key, signature or buyer's data is logged or measured, not even at DEBUG (design §7, §8). */
class SecretsTest extends GatewayTest {

    private static final String MOBILE = "13912345678";
    private static final String EMAIL = "ann.buyer@example.org";
    private static final String NAME = "Very Private Ltd";

    private final Logger ours = (Logger) LoggerFactory.getLogger("io.koobridge");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = ours.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        ours.setLevel(Level.DEBUG);
        ours.addAppender(log);
    }

    @AfterEach
    void leave() {
        ours.detachAppender(log);
        ours.setLevel(before);
    }

    @Test
    void neitherLogNorMetricsTellWhatACallHolds() {
        var honest = Call.of(CLOCK, body("newInstance"));
        var unknown = Call.of(CLOCK, body(MOBILE));
        var unreadable = Call.of(CLOCK, "{" + body("newInstance"));
        var stranger = honest.withKey("another-key-that-is-secret");
        var undecided = Call.of(CLOCK, body("changeInstanceCheck"));
        PROVISIONING.hang();

        for (var call : List.of(honest, unknown, unreadable, stranger, undecided, honest)) {
            send(call).isProper();
        }

        assertThat(log.list).as("something was logged").isNotEmpty();
        assertThat(log.list.stream().map(SecretsTest::all)).allSatisfy(line -> assertNothingIn(line, honest, stranger));
        assertNothingIn(ask("/actuator/prometheus"), honest, stranger);
    }

    /** Personal data leave the gateway sealed, and the token stays where it came to. */
    @Test
    void ofACallOfV1NothingIsToldEither() {
        var id = InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, new OrderKey("CS-V1-SECRET", null, null));
        var cipher = FieldCipher.of(new AccessKey("test", RunningGateway.V1_KEY, null));
        var parameters = "activity=%s&orderId=CS-V1-SECRET&productId=P1&chargingMode=1&customerName=n"
                + "&mobilePhone=%s&email=%s&saasExtendParams=%s";
        var mobile = cipher.encrypt(MOBILE, EncryptType.AES_256);
        var email = cipher.encrypt(EMAIL, EncryptType.AES_256);
        var extension = Base64.getEncoder()
                .encodeToString(
                        "[{\"name\":\"tax\",\"value\":\"%s\"}]".formatted(NAME).getBytes(UTF_8));
        var damaged = Base64.getEncoder().encodeToString(("{" + NAME).getBytes(UTF_8));
        var honest = V1Call.of(parameters.formatted("newInstance", mobile, email, extension));
        var secrets = new ArrayList<>(List.of(mobile, email, extension, damaged, RunningGateway.V1_KEY));

        for (var call : List.of(
                honest,
                V1Call.of(parameters.formatted("newInstance", mobile + "x", "x" + email, damaged)),
                V1Call.of(parameters.formatted(MOBILE, mobile, email, extension)),
                new V1Call(honest.path(), honest.query() + "&x=" + MOBILE),
                new V1Call(honest.path(), honest.query() + "&orderId=" + EMAIL))) {
            secrets.add(call.token());
            Connection.exchange(GATEWAY.port(), call.bytes()).isProperV1(RunningGateway.V1_KEY);
        }

        var stored = StoredFacts.about(id);
        assertThat(stored).isNotEmpty();
        var told = new ArrayList<>(log.list.stream().map(SecretsTest::all).toList());
        stored.forEach(fact -> told.add(new String(fact.value(), UTF_8) + fact.headers()));
        told.add(GATEWAY.journaled().toString());
        told.add(ask("/actuator/prometheus"));
        assertThat(told).allSatisfy(text -> {
            assertThat(text).doesNotContain(MOBILE, EMAIL, NAME);
            secrets.forEach(secret -> assertThat(text).doesNotContain(secret));
        });
    }

    private static void assertNothingIn(String text, Call... calls) {
        assertThat(text)
                .doesNotContain(MOBILE, EMAIL, NAME)
                .doesNotContain(RunningGateway.KEY, RunningGateway.SECOND_KEY, RunningGateway.EU_KEY)
                .doesNotContain(RunningGateway.TOKEN, "another-key-that-is-secret");
        for (var call : calls) {
            assertThat(text).doesNotContain(call.signature());
        }
    }

    private static String body(String activity) {
        return """
                {"activity":"%s","orderId":"CS-SECRET","orderLineId":"CS-SECRET-000001","instanceId":"kb-unknown",\
                "productInfo":{"skuCode":"s"},"mobilePhone":"%s","email":"%s","customerName":"%s"}""".formatted(activity, MOBILE, EMAIL, NAME);
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
