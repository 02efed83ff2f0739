package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.OrderQuery.Answer;
import io.koobridge.provisioning.domain.OrderSight.Seen;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class MarketplaceOrdersTest {

    private static final OrderKey ORDER = new OrderKey("MOCKONDEMAND", "MOCKONDEMAND-000001", "OFFI-EXAMPLE-01");

    /** A marketplace that gives one answer and remembers what it was asked. */
    private record Marketplace(OpenApiAnswer answer, List<String> asked) implements OpenApiClient {

        @Override
        public OpenApiClient hiding(Map<String, String> names) {
            return this;
        }

        Marketplace(OpenApiAnswer answer) {
            this(answer, new ArrayList<>());
        }

        @Override
        public Mono<OpenApiAnswer> get(String operation, String subject, String path, Map<String, String> query) {
            asked.add("%s of %s: %s %s".formatted(operation, subject, path, query));
            return Mono.just(answer);
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, Map<String, String> headers, byte[] json) {
            throw new AssertionError("an order query is a GET");
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, String contentType, byte[] body) {
            throw new AssertionError("an order query is a GET");
        }
    }

    @Test
    void theOrderAndItsLineAreAskedFor() {
        var marketplace = new Marketplace(success());

        var answer = new MarketplaceOrders(marketplace, CONTACT).find("kb-1", Instances.asked(ORDER));

        assertThat(answer).isInstanceOf(Answer.Found.class);
        assertThat(marketplace.asked())
                .containsExactly("order-query of kb-1: /api/mkp-openapi-public/global/v1/order/query "
                        + "{orderId=MOCKONDEMAND, orderLineId=MOCKONDEMAND-000001}");
    }

    @Test
    void anOrderWithoutALineIsAskedForAsAWhole() {
        var marketplace = new Marketplace(success());

        new MarketplaceOrders(marketplace, CONTACT)
                .find("kb-1", Instances.asked(new OrderKey("MOCKONDEMAND", null, null)));

        assertThat(marketplace.asked()).singleElement().asString().endsWith("{orderId=MOCKONDEMAND}");
    }

    static Stream<Arguments> setbacks() {
        return Stream.of(
                Arguments.of(new OpenApiAnswer.Refused("0999", "busy"), "the marketplace answered 0999: busy"),
                Arguments.of(
                        new OpenApiAnswer.GatewayRefused(401, "APIGW.0301", "wrong"),
                        "the marketplace's gateway answered 401 APIGW.0301: wrong"),
                Arguments.of(new OpenApiAnswer.Unavailable("no route", true), "no route"),
                Arguments.of(
                        new OpenApiAnswer.Success(Json.mapper().readTree("{\"resultCode\":\"MKT.0000\"}")),
                        "the order has no line MOCKONDEMAND-000001"));
    }

    @ParameterizedTest
    @MethodSource("setbacks")
    void whateverElseIsAnsweredTheOrderIsAskedForAgain(OpenApiAnswer answer, String why) {
        assertThat(new MarketplaceOrders(new Marketplace(answer), CONTACT).find("kb-1", Instances.asked(ORDER)))
                .isEqualTo(new Answer.NotNow(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100", "0101", "0199", "0150", "9001"})
    void whatIsWrongWithThisOrderAloneIsADenialOfIt(String code) {
        var answer = new OpenApiAnswer.Refused(code, "no");

        assertThat(look(answer)).isEqualTo(new Seen.Denied("the marketplace answered " + code + ": no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0102", "0151", "0154", "0250", "0999", "9002", "4711"})
    void whatIsWrongWithUsOrWithTheMarketplaceIsNone(String code) {
        var answer = new OpenApiAnswer.Refused(code, "no");

        assertThat(look(answer)).isEqualTo(new Seen.NotNow("the marketplace answered " + code + ": no"));
    }

    @Test
    void anAnswerThatIsNoneIsNoDenial() {
        assertThat(look(new OpenApiAnswer.GatewayRefused(401, "APIGW.0301", "wrong")))
                .isEqualTo(new Seen.NotNow("the marketplace's gateway answered 401 APIGW.0301: wrong"));
        assertThat(look(new OpenApiAnswer.Unavailable("no route", true))).isEqualTo(new Seen.NotNow("no route"));
    }

    @Test
    void anOrderWithoutTheLineIsADenialOfTheLine() {
        var empty = new OpenApiAnswer.Success(Json.mapper().readTree("{\"resultCode\":\"MKT.0000\"}"));

        assertThat(look(empty)).isEqualTo(new Seen.Denied("the order has no line MOCKONDEMAND-000001"));
    }

    @Test
    void anOrderThatIsThereIsSeen() {
        var marketplace = new Marketplace(success());

        var seen = new MarketplaceOrders(marketplace, CONTACT).look("CS1~1", ORDER);

        assertThat(seen).isInstanceOfSatisfying(Seen.Found.class, found -> assertThat(
                        found.sighting().productIds())
                .isNotEmpty());
        assertThat(marketplace.asked()).singleElement().asString().startsWith("order-query of CS1~1: ");
    }

    private static Seen look(OpenApiAnswer answer) {
        return new MarketplaceOrders(new Marketplace(answer), CONTACT).look("CS1~1", ORDER);
    }

    private static OpenApiAnswer success() {
        var body = Json.mapper().createObjectNode().put("resultCode", "MKT.0000");
        body.set("orderInfo", OrderReaderTest.mockOrder("MOCKONDEMAND"));
        return new OpenApiAnswer.Success(body);
    }
}
