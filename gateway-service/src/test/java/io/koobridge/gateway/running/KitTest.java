package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.topic.Topics;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The joint-operations kit over HTTP and onto Kafka. */
class KitTest extends KitGatewayTest {

    static Stream<Arguments> interfaces() {
        return Stream.of(KitEdition.values())
                .flatMap(edition -> Stream.of(KitInterface.values()).map(called -> Arguments.of(edition, called)));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void everyInterfaceOfEitherEditionIsAnsweredAndStored(KitEdition edition, KitInterface called) {
        assertThat(send(edition, called, body(called, 1)).text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"Success\"}");

        assertThat(StoredFacts.ofTenant(tenantId)).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo(tenantId);
            assertThat(fact.source()).isEqualTo(RunningGateway.PATH);
            assertThat(fact.asOf()).isEqualTo(VECTORS);
        });
        assertThat(lastJournaled().activity()).isEqualTo(called.label());
        assertThat(lastJournaled().keyId()).isEqualTo("kit-1");
        assertThat(GATEWAY.meters()
                        .get("koobridge.callbacks")
                        .tags("address", RunningGateway.PATH, "activity", called.label(), "result_code", "000000")
                        .counter()
                        .count())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/produceAPI",
                "/produceAPI/",
                "/produceAPI/v2",
                "/produceAPI/v2/",
                "/produceAPI/v2/tenantSync/",
                "/produceAPI/v2/tenantsync",
                "/produceAPI/v1/tenantSync",
                "/produceApi/tenantSync",
                "/produceAPI/v2/orgSync",
                "/produceAPI//tenantSync",
                "/produceAPI/v2/%74enantSync"
            })
    void anythingElseBelowAnAddressIsNotThere(String below) {
        var call = KitCall.of(KitEdition.V2, CLOCK, KitInterface.TENANT_SYNC, body(KitInterface.TENANT_SYNC, 1));

        var reply = send(call.withPath(RunningGateway.PATH + below));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void anAddressWithoutKeysOfTheKitHasNone() {
        var call = KitCall.of(KitEdition.V2, CLOCK, KitInterface.TENANT_SYNC, body(KitInterface.TENANT_SYNC, 1));

        assertThat(send(call.withPath(RunningGateway.EU_PATH + "/produceAPI/v2/tenantSync"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "post"})
    void anotherMethodIsRefused(String method) {
        var v2 = KitCall.of(KitEdition.V2, CLOCK, KitInterface.TENANT_SYNC, body(KitInterface.TENANT_SYNC, 1));
        var v1 = KitCall.of(KitEdition.V1, CLOCK, KitInterface.TENANT_SYNC, body(KitInterface.TENANT_SYNC, 1));

        assertThat(send(v2.withMethod(method)).isProperUnsigned().code()).isEqualTo("000002");
        assertThat(send(v1.withMethod(method)).isProper(KitSettings.KEY).code()).isEqualTo("000002");
    }

    @Test
    void aHeaderThatRepeatsIsRefused() {
        var call = KitCall.of(KitEdition.V2, CLOCK, KitInterface.TENANT_SYNC, body(KitInterface.TENANT_SYNC, 1));

        assertThat(send(call.withHeaders(call.headers() + "X-Nonce: another\r\n"))
                        .isProperUnsigned()
                        .code())
                .isEqualTo("000002");
    }

    @Tag("promise:lists-are-whole")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void anOrganisationOfTwentyThousandIsStoredWholeAndAnsweredWithinThreeSeconds(KitEdition edition) {
        var rows = IntStream.range(0, 20_000)
                .mapToObj("{\"orgCode\":\"D%1$05d\",\"orgName\":\"部门 %1$d\",\"parentCode\":\"D0\"}"::formatted)
                .collect(joining(",", "[", "]"));
        var call = KitCall.of(edition, CLOCK, KitInterface.ALL_ORG_SYNC, list("orgInfoList", rows));
        long began = System.nanoTime();

        var reply = send(call);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(reply.code()).isEqualTo("000000");
        assertThat(StoredFacts.ofTenant(tenantId))
                .hasSize(40)
                .flatExtracting(fact -> ((OrganisationTold) fact.data()).departments())
                .hasSize(20_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void fiveHundredUsersAreOneRecordWithNothingThatTheyCanBeReachedBy() {
        var rows = IntStream.range(0, 500)
                .mapToObj(
                        "{\"userName\":\"u%1$d\",\"role\":\"user\",\"enable\":\"true\",\"mobile\":\"139%1$08d\",\"email\":\"u%1$d@example.org\"}"
                                ::formatted)
                .collect(joining(",", "[", "]"));

        assertThat(send(KitEdition.V2, KitInterface.AUTH_SYNC, list("appId\":\"a\",\"userList", rows))
                        .code())
                .isEqualTo("000000");

        assertThat(StoredFacts.about(Topics.TENANT_FACTS, tenantId))
                .singleElement()
                .satisfies(stored -> assertThat(new String(stored.value(), UTF_8))
                        .contains("\"u499\"")
                        .doesNotContain("139000", "@example"));
        assertThat(StoredFacts.ofTenant(tenantId))
                .flatExtracting(fact -> ((UsersTold) fact.data()).users())
                .hasSize(500);
    }

    @Test
    void theSecretOfAClientIsShownToItsOwnerAlone() {
        assertThat(send(KitEdition.V2, KitInterface.APPLICATION_SYNC, body(KitInterface.APPLICATION_SYNC, 1))
                        .code())
                .isEqualTo("000000");
        TENANTS.cannotRead();
        assertThat(send(KitEdition.V2, KitInterface.APPLICATION_SYNC, body(KitInterface.APPLICATION_SYNC, 1))
                        .code())
                .isEqualTo("000101");
        assertThat(send(KitEdition.V1, KitInterface.APPLICATION_SYNC, body(KitInterface.APPLICATION_SYNC, 2))
                        .code())
                .isEqualTo("000005");
        assertThat(send(KitEdition.V1, KitInterface.APPLICATION_SYNC, body(KitInterface.APPLICATION_SYNC, 0))
                        .code())
                .isEqualTo("000000");

        assertThat(TENANTS.questions()).hasSize(3).allSatisfy(question -> assertThat(question.encrypted())
                .isEqualTo("an-encrypted-secret"));
        assertThat(StoredFacts.about(Topics.TENANT_FACTS, tenantId)).hasSize(2).allSatisfy(stored -> assertThat(
                        new String(stored.value(), UTF_8))
                .doesNotContain("an-encrypted-secret"));
    }

    private String list(String name, String rows) {
        return "{\"tenantId\":\"%s\",\"flag\":1,\"testFlag\":0,\"timeStamp\":\"20260101080000123\",\"%s\":%s}"
                .formatted(tenantId, name, rows);
    }
}
