package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debugging calls (saas-v2 §1.16): only 000000 counts as a success, and nothing real may be touched. */
class RehearsalTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1"})
    void aPurchaseIsAnsweredAsASuccessAndNothingIsStoredOrAsked(String flag) {
        PROVISIONING.hang();

        var reply = send(Call.of(CLOCK, """
                        {"activity":"newInstance","orderId":"CS-TEST","orderLineId":"1","testFlag":%s}""".formatted(flag))).isProper();

        var id = reply.json().path("instanceId").asString();
        assertThat(reply.code()).isEqualTo("000000");
        assertThat(id).isNotBlank().hasSizeLessThanOrEqualTo(64);
        assertThat(PROVISIONING.resolutions()).isEmpty();
        assertThat(StoredFacts.about(id)).isEmpty();
    }

    @Test
    void aQueryIsAnsweredWithAMadeUpInstanceForEachAskedId() {
        PROVISIONING.hang();

        var reply = send(Call.of(CLOCK, """
                        {"activity":"queryInstance","instanceId":"123456789,987654321","testFlag":"1"}""")).isProper();

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(reply.json().path("info").findValuesAsString("instanceId"))
                .containsExactly("123456789", "987654321");
        assertThat(reply.json().path("info").findValuesAsString("frontEndUrl"))
                .hasSize(2)
                .allMatch(url -> url.startsWith("https://"));
        assertThat(PROVISIONING.queries()).isEmpty();
    }

    @Test
    void aDebuggingCallIsAuthenticatedAndValidatedLikeAnyOther() {
        var call = Call.of(CLOCK, "{\"activity\":\"newInstance\",\"orderId\":\"CS\",\"testFlag\":\"1\"}");

        assertThat(send(call).isProper().code()).isEqualTo("000002");
        assertThat(send(call.withKey("a-key-that-nobody-has")).isProper().code())
                .isEqualTo("000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0", "\"\"", "null", "\"01\"", "\"true\"", "true", "[1]", "{\"1\":1}", "1.0"})
    void everythingElseIsReal(String flag) {
        var reply = send(Call.of(CLOCK, """
                        {"activity":"newInstance","orderId":"CS-REAL","orderLineId":"1","testFlag":%s}""".formatted(flag))).isProper();

        assertThat(reply.code()).isEqualTo("000004");
        assertThat(PROVISIONING.resolutions()).hasSize(1);
    }
}
