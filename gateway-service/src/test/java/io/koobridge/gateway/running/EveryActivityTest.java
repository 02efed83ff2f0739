package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever activity a bad request is about, it hears HTTP 200 and a signed answer (issue 3, point 1). */
@Tag("promise:always-an-answer")
class EveryActivityTest extends GatewayTest {

    private static final int LONGEST = 256 * 1024;

    @BeforeEach
    void anInstance() {
        PROVISIONING.knows(new View("i-1", Phase.ACTIVE, null, null, null));
    }

    @AfterEach
    void nothingBroke() {
        assertThat(GATEWAY.journaled()).extracting(CallbackAnswered::verdict).doesNotContain("broken");
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void aProperOneSucceeds(ActivityCalls activity) {
        assertThat(send(activity.about("i-1", CLOCK)).isProper().code()).isEqualTo(activity.success());
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void unsignedOrWronglySignedItIsRefused(ActivityCalls activity) {
        var call = activity.about("i-1", CLOCK);
        var signed = call.target().substring(call.target().indexOf('?') + 1);

        assertThat(send(call.withQuery("")).isProper().code()).isEqualTo("000002");
        assertThat(send(call.withKey("a-key-that-nobody-has")).isProper().code())
                .isEqualTo("000001");
        assertThat(send(call.withQuery(signed).withBody(with(new String(call.body(), UTF_8), "1")))
                        .isProper()
                        .code())
                .isEqualTo("000001");
        assertThat(send(call.withQuery(signed + "&nonce=" + call.nonce()))
                        .isProper()
                        .code())
                .isEqualTo("000002");
        assertThat(PROVISIONING.asked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void byAnotherMethodItIsRefused(ActivityCalls activity) {
        for (var method : List.of("PUT", "DELETE", "OPTIONS", "BREW")) {
            assertThat(send(activity.about("i-1", CLOCK).withMethod(method))
                            .isProper()
                            .code())
                    .isEqualTo("000002");
        }
        // GET is V1's, which V2's signature says nothing to.
        assertThat(send(activity.about("i-1", CLOCK).withMethod("GET"))
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000001");
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void cutOrDoubledOrBuriedItIsNotUnderstood(ActivityCalls activity) {
        var call = activity.about("i-1", CLOCK);
        var body = new String(call.body(), UTF_8);

        for (var broken : List.of(
                body.substring(0, body.length() / 2),
                body + body,
                "[" + body + "]",
                body.replaceFirst("\\{", "{\"activity\":\"x\","),
                with(body, "[".repeat(3_000) + "]".repeat(3_000)),
                with(body, "1".repeat(3_000)))) {
            assertThat(send(call.withBody(broken).withNonce("n" + broken.hashCode() + activity))
                            .isProper()
                            .code())
                    .isEqualTo("000002");
        }
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void muchThatNobodyNeedsIsNoProblem(ActivityCalls activity) {
        var call = activity.about("i-1", CLOCK);
        var body = new String(call.body(), UTF_8);

        for (var odd : List.of(
                "\"" + "x".repeat(200_000) + "\"",
                "[" + "{},".repeat(50_000) + "{}]",
                "[".repeat(400) + "]".repeat(400),
                "-1.5e-300",
                "null")) {
            assertThat(send(call.withBody(with(body, odd)).withNonce("n" + odd.hashCode() + activity))
                            .isProper()
                            .code())
                    .isEqualTo(activity.success());
        }
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void tooLongItIsRefusedAndTheConnectionClosed(ActivityCalls activity) {
        var body = with(new String(activity.about("i-1", CLOCK).body(), UTF_8), "\"" + "x".repeat(LONGEST) + "\"");
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(Call.of(CLOCK, body).bytes()).read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void pipelinedTheyAreAnsweredInTheirOrder() {
        var calls = new ByteArrayOutputStream();
        ActivityCalls.each(activity -> activity.about("i-1", CLOCK)).forEach(call -> calls.writeBytes(call.bytes()));

        try (var connection = Connection.to(GATEWAY.port()).send(calls.toByteArray())) {
            assertThat(ActivityCalls.each(_ -> connection.read().isProper().code()))
                    .isEqualTo(ActivityCalls.each(ActivityCalls::success));
        }
    }

    @Test
    void byteByByteTheyAreAnsweredLikeAnyOther() {
        assertThat(ActivityCalls.each(activity -> {
                    try (var connection = Connection.to(GATEWAY.port())) {
                        for (byte next : activity.about("i-1", CLOCK).bytes()) {
                            connection.send(new byte[] {next});
                        }
                        return connection.read().isProper().code();
                    }
                }))
                .isEqualTo(ActivityCalls.each(ActivityCalls::success));
    }

    @Test
    void withoutTheirLastByteTheyAreAnsweredAfterTenSeconds() {
        long began = System.nanoTime();
        var waiting = new ArrayList<Connection>();
        try {
            ActivityCalls.each(activity -> activity.about("i-1", CLOCK).bytes())
                    .forEach(bytes ->
                            waiting.add(Connection.to(GATEWAY.port()).send(Arrays.copyOf(bytes, bytes.length - 1))));

            for (var connection : waiting) {
                assertThat(connection.read().isProper().code()).isEqualTo("000002");
                assertThat(connection.isClosedByPeer()).isTrue();
            }
        } finally {
            waiting.forEach(Connection::close);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(13));
    }

    @Test
    void whoeverHangsUpWithinTheBodyEndsTheCall() {
        int before = GATEWAY.journaled().size();
        ActivityCalls.each(activity -> activity.about("i-1", CLOCK).bytes()).forEach(bytes -> {
            try (var connection = Connection.to(GATEWAY.port())) {
                connection.send(Arrays.copyOf(bytes, bytes.length - 1));
            }
        });

        Awaitility.await("the end of each call")
                .untilAsserted(() -> assertThat(GATEWAY.journaled()).hasSize(before + ActivityCalls.values().length));
    }

    @Test
    void whoeverHangsUpWithoutReadingCostsNobodyAnything() {
        int before = GATEWAY.journaled().size();
        for (int round = 0; round < 20; round++) {
            ActivityCalls.each(activity -> activity.about("i-1", CLOCK).bytes()).forEach(bytes -> {
                try (var connection = Connection.to(GATEWAY.port())) {
                    connection.send(bytes);
                }
            });
        }
        int ended = before + 20 * ActivityCalls.values().length;
        Awaitility.await("the end of each call, so that none ends in another test")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(GATEWAY.journaled()).hasSizeGreaterThanOrEqualTo(ended));

        assertThat(ActivityCalls.each(activity ->
                        send(activity.about("i-1", CLOCK)).isProper().code()))
                .isEqualTo(ActivityCalls.each(ActivityCalls::success));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"[[[[[\"",
                "\"{\\\"a\\\":1e999999999}\"",
                "{\"linearValue\":1e-999}",
                "{\"linearValue\":123456789012345678901234567890123456789012345678901234567890}",
                "{\"productId\":\"\\ud800\",\"skuCode\":{\"skuCode\":[]}}",
                "[[[[{}]]]]",
                "[null]",
                "1e400",
            })
    void aProductOfAnyKindIsAnsweredInWords(String productInfo) {
        var body = """
                {"activity":"changeInstanceCheck","instanceId":"i-1","productInfo":%s}""".formatted(productInfo);

        assertThat(send(Call.of(CLOCK, body)).isProper().code()).isIn("000000", "000002");
    }

    @Test
    void aProductThatIsADeepTextIsNotReadable() {
        var body = """
                {"activity":"changeInstanceCheck","instanceId":"i-1","productInfo":"%s"}""".formatted("[".repeat(200_000));

        assertThat(send(Call.of(CLOCK, body)).isProper().code()).isEqualTo("000002");
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void numbersBeyondAllMeasureAreAnsweredAtOnce(ActivityCalls activity) {
        for (var number : List.of("1e99999999", "-1e-99999999", "1e999999999999", "0e99999999")) {
            var body = """
                    {"activity":"%s","orderId":%2$s,"orderLineId":%2$s,"instanceId":%2$s,"productId":%2$s,"scene":"RENEWAL",
                     "expireTime":%2$s,"status":"FREEZE","productInfo":{"linearValue":%2$s,"productId":%2$s}}""".formatted(activity.spelling(), number);
            long began = System.nanoTime();

            var real = send(Call.of(CLOCK, body)).isProper();
            var rehearsed = send(Call.of(CLOCK, with(body, "1").replace("\"odd\"", "\"testFlag\"")))
                    .isProper();

            assertThat(real.code()).isIn("000000", "000002", "000003", "000004");
            assertThat(rehearsed.code()).isIn("000000", "000002");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static String with(String body, String odd) {
        return body.substring(0, body.length() - 1) + ",\"odd\":" + odd + "}";
    }
}
