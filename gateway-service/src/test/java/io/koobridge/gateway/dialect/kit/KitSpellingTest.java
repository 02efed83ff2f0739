package io.koobridge.gateway.dialect.kit;

import static io.koobridge.gateway.dialect.kit.KitDesk.code;
import static io.koobridge.gateway.dialect.kit.KitDesk.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call may look like, and what is too little of one. */
class KitSpellingTest {

    private static final String BOUND = KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "i-1", "", 1);

    private final KitDesk desk = new KitDesk();

    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void numbersMayBeTexts(KitEdition edition) {
        var body = BOUND.replace("\"flag\":1", "\"flag\":\"2\"").replace("\"testFlag\":0", "\"testFlag\":\"1\"");

        assertThat(code(desk.call(edition, KitInterface.TENANT_SYNC, body))).isEqualTo("000000");
        assertThat(desk.told()).singleElement().isInstanceOfSatisfying(TenantBound.class, bound -> {
            assertThat(bound.change()).isEqualTo(Change.MODIFIED);
            assertThat(bound.test()).isTrue();
        });
    }

    /** The documentation's own example names a member twice (tenant-sync §5.4). */
    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void ofAMemberThatRepeatsTheLastOneCounts(KitEdition edition) {
        var body = BOUND.replace("{\"instanceId\"", "{\"name\":\"Old\",\"instanceId\":\"i-0\",\"instanceId\"");

        assertThat(code(desk.call(edition, KitInterface.TENANT_SYNC, body))).isEqualTo("000000");
        assertThat(desk.told()).singleElement().isInstanceOfSatisfying(TenantBound.class, bound -> {
            assertThat(bound.instanceId()).isEqualTo("i-1");
            assertThat(bound.name()).isEqualTo("Acme");
        });
    }

    @Tag("promise:spelling-is-free")
    @Test
    void aByteOrderMarkDoesNoHarm() {
        var body = BOUND.getBytes(UTF_8);
        var marked = ("\ufeff" + BOUND).getBytes(UTF_8);
        var sorted = KitSorted.of(BOUND);

        assertThat(code(desk.v2(KitInterface.TENANT_SYNC, marked)))
                .as("as it came")
                .isEqualTo("000000");
        assertThat(code(desk.take(
                        KitEdition.V2,
                        KitInterface.TENANT_SYNC,
                        KitDesk.signed("n-sorted", KitDesk.NOW, sorted.getBytes(UTF_8)),
                        marked)))
                .as("sorted")
                .isEqualTo("000000");
        assertThat(code(desk.take(
                        KitEdition.V1,
                        KitInterface.TENANT_SYNC,
                        Map.of(AuthToken.NAME, KitDesk.token(KitDesk.KIT, new String(body, UTF_8))),
                        marked)))
                .as("V1")
                .isEqualTo("000000");
        assertThat(desk.facts).hasSize(3);
    }

    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void unknownMembersAreSignedAndOtherwiseOfNoConcern(KitEdition edition) {
        var body = BOUND.replace("{\"inst", "{\"later\":{\"a\":[1,null]},\"x\":\"y\",\"inst");

        assertThat(code(desk.call(edition, KitInterface.TENANT_SYNC, body))).isEqualTo("000000");
    }

    /** tenant-sync §4.1: empty while the seller applies for a credential. */
    @ParameterizedTest
    @ValueSource(strings = {"\"instanceId\":\"\",", "\"instanceId\":null,", ""})
    void anInstanceMayBeMissingInAnyWay(String spelling) {
        var body = BOUND.replace("\"instanceId\":\"i-1\",", spelling);

        assertThat(code(desk.v2(KitInterface.TENANT_SYNC, body))).isEqualTo("000000");
        assertThat(desk.told()).singleElement().satisfies(fact -> assertThat(fact.instanceId())
                .isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "TENANT_SYNC,      tenantId",
        "TENANT_SYNC,      flag",
        "TENANT_SYNC,      tenantCode",
        "TENANT_SYNC,      name",
        "TENANT_SYNC,      domainName",
        "APPLICATION_SYNC, appId",
        "APPLICATION_SYNC, clientId",
        "APPLICATION_SYNC, clientSecret",
        "AUTH_SYNC,        appId",
        "AUTH_SYNC,        userList",
        "SINGLE_ORG_SYNC,  orgCode",
        "SINGLE_ORG_SYNC,  orgName",
        "ALL_ORG_SYNC,     tenantId",
    })
    void whatCannotBeMissedIsNamed(KitInterface called, String name) {
        var body = KitBodiesOfTests.of(called, "i-1", "x", 1).replace('"' + name + '"', "\"other\"");

        assertThat(said(desk.v2(called, body)))
                .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"%s is missing\"}".formatted(name));
        assertThat(desk.facts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantId", "instanceId", "orderId"})
    void anIdThatIsNoneIsNamed(String name) {
        for (var odd : new String[] {"{}", "[]", "true", '"' + "x".repeat(65) + '"', "\"\\ud800\""}) {
            var body = BOUND.replaceAll(
                    "\"" + name + "\":\"[^\"]*\"", java.util.regex.Matcher.quoteReplacement('"' + name + "\":" + odd));

            assertThat(said(desk.v2(KitInterface.TENANT_SYNC, body))).contains("000002", name);
        }
        assertThat(desk.facts).isEmpty();
    }

    @Test
    void ofADeleteNothingIsLookedAtButWhatItIsAbout() {
        assertThat(code(desk.v2(KitInterface.TENANT_SYNC, "{\"tenantId\":\"t-1\",\"flag\":0,\"name\":{}}")))
                .isEqualTo("000000");
        assertThat(code(desk.v2(
                        KitInterface.SINGLE_ORG_SYNC,
                        "{\"tenantId\":\"t-1\",\"flag\":0,\"orgCode\":\"D1\",\"orgName\":[]}")))
                .isEqualTo("000000");

        assertThat(desk.told().getFirst()).isEqualTo(new TenantUnbound(null, false));
        assertThat(desk.told().getLast()).isInstanceOfSatisfying(DepartmentTold.class, told -> assertThat(told.change())
                .isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{}{}", "null", "\"x\""})
    void whatIsNoObjectIsNotUnderstoodThoughItIsSigned(String body) {
        assertThat(said(desk.v2(KitInterface.TENANT_SYNC, body)))
                .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"the body is not a JSON object\"}");
        assertThat(desk.meters
                        .get("koobridge.callbacks")
                        .tag("activity", "tenantSync")
                        .counters())
                .isNotEmpty();
    }

    /** What a row was changed at decides which of two updates is the later; a time to come would outdo all that come later. */
    @ParameterizedTest
    @CsvSource({
        "20260101080000123, 2026-01-01T00:00:00.123Z",
        "20251231235959999, 2025-12-31T15:59:59.999Z",
        "20260101080000124, 2026-01-01T00:00:00.123Z",
        "99991231235959999, 2026-01-01T00:00:00.123Z",
        "20261301000000000, 2026-01-01T00:00:00.123Z",
        "20251231235959,    2025-12-31T15:59:59Z",
        "202512312359599,   2025-12-31T15:59:59.900Z",
        "2025123123595999,  2025-12-31T15:59:59.990Z",
        "2025123123595,     2026-01-01T00:00:00.123Z",
        "202512312359599999, 2026-01-01T00:00:00.123Z",
        "20251231235959.9,  2026-01-01T00:00:00.123Z",
        "00000101000000000, 2026-01-01T00:00:00.123Z",
        "'',                2026-01-01T00:00:00.123Z",
    })
    void whatIsToldHoldsFromItsTimeStampUnlessThatIsNoneOrYetToCome(String timeStamp, Instant asOf) {
        var body = BOUND.replace("20260101080000123", timeStamp);

        desk.v2(KitInterface.TENANT_SYNC, body);

        assertThat(desk.facts).singleElement().satisfies(fact -> assertThat(fact.asOf())
                .isEqualTo(asOf));
    }
}
