package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Debugging calls (saas-v2 §1.16): only 000000 counts as a success, and nothing real may be touched. */
class RehearsalTest extends GatewayTest {

    @Tag("promise:debugging-touches-nothing")
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

    @Tag("promise:debugging-touches-nothing")
    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void dummiesInEveryFieldOfAnyActivityAreASuccessAndNobodyHearsOfThem(ActivityCalls activity) {
        PROVISIONING.hang();

        var reply = send(Call.of(CLOCK, """
                        {"activity":"%s","orderId":"123456789","orderLineId":"123456789","businessId":"123456789",
                         "instanceId":"123456789","scene":"123456789","status":"123456789","expireTime":"123456789",
                         "productId":"123456789","productInfo":"123456789","testFlag":"1"}""".formatted(activity.spelling()))).isProper();

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(PROVISIONING.asked()).isZero();
        assertThat(StoredFacts.about("123456789")).isEmpty();
        assertThat(lastJournaled().verdict()).isEqualTo("rehearsed");
        assertThat(GATEWAY.journal().entriesAbout("123456789")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ActivityCalls.class)
    void aProperDebuggingCallIsASuccess(ActivityCalls activity) {
        assertThat(send(activity.rehearsing("i-1", CLOCK)).isProper().code()).isEqualTo("000000");
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Tag("promise:debugging-touches-nothing")
    @Test
    void aDebuggingCallIsAuthenticatedAndNamesItsThing() {
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
