package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.order.OrderFact.OrderNotified;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order notification on its own address (order-notification, all of §9). */
class OrderNotificationTest extends GatewayTest {

    private final String orderId = "CS"
            + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    private final String line = orderId + "-000001";
    private final String order = orderId + '~' + line;

    /** order-notification §8, byte for byte. */
    @Test
    void theWorkedExampleIsAccepted() {
        CLOCK.set(Instant.ofEpochMilli(1765432109876L));
        var body =
                "{\"activity\":\"orderNotify\",\"orderId\":\"CS2512110948K7QXM\",\"orderLineId\":\"CS2512110948K7QXM-000001\",\"testFlag\":\"1\"}";
        var request = """
                POST /koogallery/orders?signature=09C65EEA7A51C70D6EA5F6EFAAA46FAA9672F369527E8F604D174BA9E75FBDA4&timestamp=1765432109876&nonce=b7Qm2XyT9LrV4KcN8HsW1ZpE6DgJ3FuA HTTP/1.1
                Host: seller.example.com
                Accept: application/json
                Content-Type: application/json;charset=utf-8
                Content-Length: 112

                """.replace("\n", "\r\n") + body;

        var reply = Connection.exchange(GATEWAY.port(), request.getBytes(ISO_8859_1));

        assertThat(proper(reply).text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"order notification accepted\"}");
        assertThat(lastJournaled().verdict()).isEqualTo("rehearsed");
    }

    @Tag("promise:stored-before-answered")
    @Test
    void aNotificationIsStoredAndAcceptedAndNobodyIsAsked() {
        var reply = proper(send(notification()));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(StoredFacts.ofOrder(order)).singleElement().satisfies(event -> {
            assertThat(event.data()).isEqualTo(new OrderNotified(orderId, line));
            assertThat(event.id()).isEqualTo(FactIds.ofNotification(orderId, line));
            assertThat(event.source()).isEqualTo(RunningGateway.ORDERS_PATH);
            assertThat(event.asOf()).isEqualTo(CLOCK.instant());
        });
        assertThat(lastJournaled().activity()).isEqualTo("orderNotify");
        assertThat(lastJournaled().verdict()).isEqualTo("verified");
        assertThat(lastJournaled().keyId()).isEqualTo("general-1");
        assertThat(GATEWAY.journal().entriesAbout(order)).hasSize(1);
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Test
    void aSignatureInEitherCaseIsOne() {
        var call = notification();
        var query = "signature=%s&timestamp=%s&nonce=%s";

        for (var signature : new String[] {
            call.signature().toUpperCase(Locale.ROOT), call.signature().toLowerCase(Locale.ROOT)
        }) {
            assertThat(proper(send(call.withQuery(query.formatted(signature, call.timestamp(), call.nonce()))))
                            .code())
                    .isEqualTo("000000");
        }
    }

    @Test
    void whatKooGalleryAddsLaterIsNoObstacle() {
        var reply = proper(send(call("""
                {"activity":"orderNotify","added":{"later":[1]},"orderId":"%s","orderLineId":"%s","testFlag":"0"}""".formatted(orderId, line))));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(StoredFacts.ofOrder(order)).hasSize(1);
    }

    @Test
    void aValueThatWasChangedAfterSigningIsNotTheMarketplaces() {
        var call = notification();
        var query = "signature=%s&timestamp=%s&nonce=%s".formatted(call.signature(), call.timestamp(), call.nonce());

        var reply = proper(send(call.withQuery(query).withBody(body(orderId, orderId + "-000002"))));

        assertThat(reply.code()).isEqualTo("000001");
        assertThat(reply.json().path("resultMsg").asString()).isEqualTo("authentication failed");
        assertThat(StoredFacts.ofOrder(orderId + '~' + orderId + "-000002")).isEmpty();
    }

    @Test
    void aTimestampMoreThanAMinuteAwayIsTold() {
        for (var away : new Duration[] {Duration.ofSeconds(61), Duration.ofSeconds(-61)}) {
            var reply = send(notification()
                    .withTimestamp(Long.toString(CLOCK.instant().plus(away).toEpochMilli())));

            assertThat(proper(reply).code()).isEqualTo("000002");
            assertThat(reply.json().path("resultMsg").asString()).contains("timestamp");
        }
    }

    @Test
    void aTimestampInSecondsIsTaken() {
        var call = notification().withTimestamp(Long.toString(CLOCK.instant().getEpochSecond()));

        assertThat(proper(send(call)).code()).isEqualTo("000000");
    }

    @Test
    void theSameCallAgainHearsTheSameAndIsStoredOnce() {
        var call = notification();

        assertThat(proper(send(call)).code()).isEqualTo("000000");
        assertThat(proper(send(call)).code()).isEqualTo("000000");

        assertThat(lastJournaled().verdict()).isEqualTo("repeated");
        assertThat(StoredFacts.ofOrder(order)).hasSize(1);
    }

    @Test
    void aNonceThatCameWithAnotherSignatureIsAReplay() {
        var call = notification();
        send(call);

        var reply = send(call.withBody(body(orderId, orderId + "-000002")));

        assertThat(proper(reply).code()).isEqualTo("000001");
        assertThat(lastJournaled().verdict()).isEqualTo("nonce_replayed");
    }

    @Test
    void aKeyOfTheBaseInterfacesVerifiesNothingHere() {
        assertThat(proper(send(notification().withKey(RunningGateway.KEY))).code())
                .isEqualTo("000001");
        assertThat(StoredFacts.ofOrder(order)).isEmpty();
    }

    @Test
    void aGeneralKeyVerifiesNothingElsewhere() {
        var reply = send(Call.newInstance(CLOCK, orderId).withKey(RunningGateway.GENERAL_KEY));

        assertThat(reply.isProper().code()).isEqualTo("000001");
    }

    /** While the first one is queued and after it is done alike: the ledger tells them apart, by the fact's id. */
    @Test
    void aRepetitionWithAFreshNonceIsAcceptedAndIsTheSameFact() {
        assertThat(proper(send(notification())).code()).isEqualTo("000000");
        assertThat(proper(send(notification())).code()).isEqualTo("000000");

        assertThat(StoredFacts.ofOrder(order)).hasSize(2).allMatch(event -> event.id()
                .equals(FactIds.ofNotification(orderId, line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"testFlag\":\"0\"", ",\"testFlag\":null", ",\"testFlag\":\"\"", ",\"testFlag\":\"2\""})
    void whatIsNoDebuggingCallIsReal(String flag) {
        var reply = send(call("""
                {"activity":"orderNotify","orderId":"%s","orderLineId":"%s"%s}""".formatted(orderId, line, flag)));

        assertThat(proper(reply).code()).isEqualTo("000000");
        assertThat(StoredFacts.ofOrder(order)).hasSize(1);
    }

    @Tag("promise:debugging-touches-nothing")
    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1"})
    void aDebuggingCallAboutAnUnknownOrderSucceedsAndTouchesNothing(String flag) {
        var reply = send(call("""
                {"activity":"orderNotify","orderId":"%s","orderLineId":"%s","testFlag":%s}""".formatted(orderId, line, flag)));

        assertThat(proper(reply).code()).isEqualTo("000000");
        assertThat(StoredFacts.ofOrder(order)).isEmpty();
        assertThat(lastJournaled().verdict()).isEqualTo("rehearsed");
        assertThat(lastJournaled().activity()).isEqualTo("orderNotify");
    }

    @Tag("promise:debugging-touches-nothing")
    @Test
    void aDebuggingCallIsAuthenticatedAndValidated() {
        var call = call("{\"activity\":\"orderNotify\",\"orderId\":\"CS\",\"testFlag\":\"1\"}");

        assertThat(proper(send(call)).code()).isEqualTo("000002");
        assertThat(proper(send(call.withKey("a-key-that-nobody-has"))).code()).isEqualTo("000001");
    }

    static Stream<String> notUnderstood() {
        return Stream.of(
                "activity|{\"activity\":\"newInstance\",\"orderId\":\"CS\",\"orderLineId\":\"1\"}",
                "activity|{\"activity\":\"OrderNotify\",\"orderId\":\"CS\",\"orderLineId\":\"1\"}",
                "activity|{\"orderId\":\"CS\",\"orderLineId\":\"1\"}",
                "activity|{\"activity\":[\"orderNotify\"],\"orderId\":\"CS\",\"orderLineId\":\"1\"}",
                "orderId|{\"activity\":\"orderNotify\",\"orderLineId\":\"1\"}",
                "orderId|{\"activity\":\"orderNotify\",\"orderId\":\" \",\"orderLineId\":\"1\"}",
                "orderId|{\"activity\":\"orderNotify\",\"orderId\":\"%s\",\"orderLineId\":\"1\"}"
                        .formatted("x".repeat(65)),
                "orderId|{\"activity\":\"orderNotify\",\"orderId\":{},\"orderLineId\":\"1\"}",
                "orderLineId|{\"activity\":\"orderNotify\",\"orderId\":\"CS\"}",
                "orderLineId|{\"activity\":\"orderNotify\",\"orderId\":\"CS\",\"orderLineId\":null}",
                "orderLineId|{\"activity\":\"orderNotify\",\"orderId\":\"CS\",\"orderLineId\":\"%s\"}"
                        .formatted("x".repeat(65)),
                "JSON|{\"activity\":\"orderNotify\",\"orderId\":\"CS\",\"orderId\":\"CS\",\"orderLineId\":\"1\"}",
                "JSON|{\"activity\":\"orderNotify\"",
                "JSON|[]",
                "JSON|");
    }

    @ParameterizedTest
    @MethodSource("notUnderstood")
    void whatCannotBeUnderstoodIsToldByTheNameOfItsField(String fieldAndBody) {
        var field = fieldAndBody.substring(0, fieldAndBody.indexOf('|'));

        var reply = proper(send(call(fieldAndBody.substring(fieldAndBody.indexOf('|') + 1))));

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(reply.json().path("resultMsg").asString()).contains(field);
    }

    /** An order of 64 characters, of another alphabet, as a number: whatever was sold, image products included. */
    @Test
    void everyOrderThatFitsIsTaken() {
        for (var id : new String[] {"x".repeat(64), "订单|" + orderId, "a~b"}) {
            assertThat(proper(send(call(body(id, id)))).code()).isEqualTo("000000");
        }
        assertThat(proper(send(call("{\"activity\":\"orderNotify\",\"orderId\":4711,\"orderLineId\":1}")))
                        .code())
                .isEqualTo("000000");
        assertThat(StoredFacts.ofOrder("4711~1")).isNotEmpty();
    }

    @Test
    void otherMethodsAreNotOfThisAddress() {
        assertThat(proper(send(notification().withMethod("PUT"))).code()).isEqualTo("000002");
    }

    private Call notification() {
        return call(body(orderId, line));
    }

    private static String body(String orderId, String line) {
        return "{\"activity\":\"orderNotify\",\"orderId\":\"%s\",\"orderLineId\":\"%s\",\"testFlag\":\"0\"}"
                .formatted(orderId, line);
    }

    private static Call call(String body) {
        return Call.of(CLOCK, "")
                .withPath(RunningGateway.ORDERS_PATH)
                .withKey(RunningGateway.GENERAL_KEY)
                .withBody(body.getBytes(UTF_8));
    }

    private static Reply proper(Reply reply) {
        return reply.isProper(RunningGateway.GENERAL_KEY);
    }
}
