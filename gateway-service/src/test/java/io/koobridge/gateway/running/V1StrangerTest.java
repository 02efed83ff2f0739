package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a stranger's GET can cost: nothing is read, waited for or kept for whoever has no key (design §3.1). */
class V1StrangerTest extends GatewayTest {

    @Tag("promise:always-an-answer")
    @Test
    void nobodyWaitsForAStrangersBody() {
        var head = "GET %s?activity=newInstance HTTP/1.1\r\nHost: isv.example.com\r\nContent-Length: 262144\r\n\r\n"
                .formatted(RunningGateway.PATH);

        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(head.getBytes(US_ASCII)).read();

            assertThat(reply.isProperV1(RunningGateway.V1_KEY).code()).isEqualTo("000001");
            assertThat(lastJournaled().millis()).isLessThan(5_000);
        }
    }

    @Tag("promise:always-an-answer")
    @Test
    void aQueryOfThousandsOfParametersIsRefusedUnread() {
        var many = IntStream.range(0, 4_000).mapToObj(n -> "p" + n + "=").collect(Collectors.joining("&"));
        var call = new V1Call(RunningGateway.PATH, many + "&timeStamp=20241027033320123&authToken=YQ==");

        var reply = Connection.exchange(GATEWAY.port(), call.bytes()).isProperV1(RunningGateway.V1_KEY);

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"the request cannot be read\"}");
    }

    @Test
    void aPurchaseWithPersonalDataIsStoredLikeAnyOther() {
        var call = V1Call.of("activity=newInstance&orderId=CS-V1-SEALED&productId=P&chargingMode=1"
                + "&mobilePhone=x&email=y&saasExtendParams=eyJhIjoiMSJ9");

        var reply = Connection.exchange(GATEWAY.port(), call.bytes()).isProperV1(RunningGateway.V1_KEY);

        assertThat(reply.code()).isEqualTo("000004");
        assertThat(StoredFacts.read(reply.json().path("instanceId").asString())).hasSize(1);
        assertThat(lastJournaled().activity()).isEqualTo("newInstance");
    }
}
