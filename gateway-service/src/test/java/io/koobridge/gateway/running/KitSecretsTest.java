package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.events.topic.Topics;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.kit.KitVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Of what a call of the kit holds nothing is logged, measured, journaled or stored in clear, not even at DEBUG (design §7). */
@Tag("promise:personal-data-are-sealed")
class KitSecretsTest extends KitGatewayTest {

    private static final String MOBILE = "13912345678";
    private static final String EMAIL = "li.lei@example.org";
    private static final String AGREED = "an-agreed-field";
    private static final String SECRET = KitVectors.encrypted();

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

    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void nothingThatACallHoldsIsTold(KitEdition edition) {
        var calls = new ArrayList<>(calls(edition));
        calls.forEach(KitGatewayTest::send);
        TENANTS.cannotRead();
        calls.addAll(calls(edition));
        calls.forEach(KitGatewayTest::send);

        assertThat(log.list).as("something was logged").isNotEmpty();
        var told = new ArrayList<>(log.list.stream().map(KitSecretsTest::all).toList());
        StoredFacts.about(Topics.TENANT_FACTS, tenantId)
                .forEach(fact -> told.add(new String(fact.value(), ISO_8859_1) + fact.headers()));
        told.add(GATEWAY.journal().written().toString());
        told.add(metrics());
        assertThat(told).allSatisfy(text -> {
            assertThat(text)
                    .doesNotContain(MOBILE, EMAIL, AGREED, SECRET, SECRET.substring(0, 40))
                    .doesNotContain(KitSettings.KEY, RunningGateway.TOKEN, "another-secret");
            calls.forEach(call -> assertThat(text).doesNotContain(signature(call)));
        });
    }

    private List<KitCall> calls(KitEdition edition) {
        var users = users("\"userName\":\"li.lei\",");
        var client = body(KitInterface.APPLICATION_SYNC, 1).replace("an-encrypted-secret", SECRET);
        var proper = KitCall.of(edition, CLOCK, KitInterface.AUTH_SYNC, users);
        return List.of(
                proper,
                proper.withBody(("{" + users).getBytes(UTF_8)),
                KitCall.of(edition, CLOCK, KitInterface.AUTH_SYNC, users("")),
                KitCall.of(edition, CLOCK, KitInterface.APPLICATION_SYNC, client),
                KitCall.of(edition, CLOCK, KitInterface.APPLICATION_SYNC, client.replace("\"appId\"", "\"other\"")),
                KitCall.v2(
                        CLOCK,
                        KitInterface.AUTH_SYNC,
                        users.getBytes(UTF_8),
                        new AccessKey("x", "another-secret", null)));
    }

    @Test
    void whoeverHasThePrivateKeysetReadsIt() {
        send(KitEdition.V2, KitInterface.AUTH_SYNC, users("\"userName\":\"li.lei\","));

        var told = (UsersTold) StoredFacts.ofTenant(tenantId).getLast().data();
        var row = told.users().getFirst();
        assertThat(opened("mobile", Objects.requireNonNull(row.mobile()).value()))
                .isEqualTo(MOBILE);
        assertThat(opened("email", Objects.requireNonNull(row.email()).value())).isEqualTo(EMAIL);
        assertThat(opened(
                        "extension.agreed",
                        Objects.requireNonNull(row.extension().get("agreed")).value()))
                .isEqualTo(AGREED);
    }

    private String opened(String field, String sealed) {
        var opening = KitSettings.OPENER.open(sealed, new SealContext(UserRow.sealedAs(tenantId, "li.lei"), field));
        return ((Opening.Opened) opening).text();
    }

    private String users(String name) {
        return """
                {"tenantId":"%s","appId":"app-1","flag":1,"testFlag":0,"timeStamp":"20260101080000123",\
                "userList":[{%s"mobile":"%s","email":"%s","extension":{"agreed":"%s"}}]}""".formatted(tenantId, name, MOBILE, EMAIL, AGREED);
    }

    /** What the headers of a call say first. */
    private static String signature(KitCall call) {
        return call.headers().lines().findFirst().orElseThrow().split(": ", 2)[1];
    }

    private static String metrics() {
        var request = "GET /actuator/prometheus HTTP/1.0\r\n\r\n".getBytes(US_ASCII);
        try (var connection = Connection.to(GATEWAY.internalPort())) {
            return connection.send(request).readToEnd();
        }
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
