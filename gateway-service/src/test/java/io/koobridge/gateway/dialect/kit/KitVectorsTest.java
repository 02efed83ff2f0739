package io.koobridge.gateway.dialect.kit;

import static io.koobridge.gateway.dialect.kit.KitDesk.code;
import static io.koobridge.gateway.dialect.kit.KitDesk.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.response.BodySign;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.call.Ending;
import io.koobridge.gateway.command.FakeTenants;
import io.koobridge.gateway.dialect.kit.KitVectors.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of tenant-sync §9, from a call to its answer. */
class KitVectorsTest {

    private static final String SUCCESS = "{\"resultCode\":\"000000\",\"resultMsg\":\"Success\"}";
    private static final String INSTANCE = "inst-7c1e0a5b";

    private final KitDesk desk = new KitDesk();

    static Stream<Vector> v2() {
        return KitVectors.v2();
    }

    static Stream<Vector> v1() {
        return KitVectors.v1();
    }

    @ParameterizedTest
    @MethodSource("v2")
    void everyVectorOfV2IsTakenInEitherCaseAndAnsweredUnsigned(Vector vector) {
        var ending = v2(desk, vector, vector.signature());

        assertThat(said(ending)).isEqualTo(SUCCESS);
        assertThat(ending.answer().signed()).isFalse();
        assertThat(ending.answer().contentType()).isEqualTo("application/json");
        assertThat(ending.signer()).isEqualTo(KitDesk.KIT);
        assertThat(desk.facts).singleElement().satisfies(fact -> {
            assertThat(fact.asOf()).isEqualTo(KitDesk.NOW);
            assertThat(fact.data()).isEqualTo(meaning(vector.id(), desk));
        });
        assertThat(said(v2(new KitDesk(), vector, vector.signature().toLowerCase(Locale.ROOT))))
                .isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @MethodSource("v1")
    void everyVectorOfV1IsTakenInQuotationMarksTooAndAnsweredSigned(Vector vector) {
        var ending = v1(vector, vector.signature());

        assertThat(said(ending)).isEqualTo(SUCCESS);
        assertThat(ending.answer().signed()).isTrue();
        assertThat(BodySign.value(ending.signer(), ending.answer().json())).isEqualTo(KitVectors.bodySign());
        assertThat(desk.facts).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(meaning(vector.id(), desk)));
        assertThat(said(v1(vector, '"' + vector.signature() + '"'))).isEqualTo(SUCCESS);
    }

    @Test
    void answersOfV2AreSignedWhereThatIsWished() {
        var vector = v2().findFirst().orElseThrow();

        assertThat(v2(new KitDesk(true), vector, vector.signature()).answer().signed())
                .isTrue();
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @MethodSource("v2")
    void aVectorOfV2ThatWasChangedIsNot(Vector vector) {
        var body = vector.body();
        var changed = new Vector(vector.id(), vector.called(), body.replaceFirst("t-", "u-"), "");
        var reversed = new StringBuilder(vector.signature()).reverse().toString();

        assertRefused(v2(desk, changed, vector.signature()), "signature_mismatch");
        assertRefused(v2(desk, vector, reversed), "signature_mismatch");
        assertRefused(
                desk.take(
                        KitEdition.V2,
                        vector.called(),
                        KitDesk.headers(vector.signature(), KitVectors.timestamp(), KitVectors.nonce() + "x"),
                        body.getBytes(UTF_8)),
                "signature_mismatch");
        assertThat(desk.facts).isEmpty();
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @MethodSource("v1")
    void aVectorOfV1ThatWasChangedIsNot(Vector vector) {
        var changed = new Vector(vector.id(), vector.called(), vector.body().replaceFirst("t-", "u-"), "");
        var reversed = new StringBuilder(vector.signature().replace("=", "")).reverse() + "=";

        assertRefused(v1(changed, vector.signature()), "auth_token_mismatch");
        assertThat(code(v1(vector, reversed))).isEqualTo("000001");
        assertThat(desk.facts).isEmpty();
    }

    /** The payload itself is signed, and not its digest. */
    @Tag("promise:only-the-signed")
    @Test
    void theRuleOfTheBaseInterfacesIsNotTheKits() {
        assertRefused(v2(desk, v2().findFirst().orElseThrow(), KitVectors.withInnerDigest()), "signature_mismatch");
    }

    @Tag("promise:clock-window")
    @ParameterizedTest
    @CsvSource({"-60000, 000000", "60000, 000000", "-60001, 000002", "60001, 000002", "-61000, 000002", "61000, 000002"
    })
    void theClockMayDifferBySixtySecondsEitherWay(long millis, String code) {
        desk.clock.advance(Duration.ofMillis(millis));
        var vector = v2().findFirst().orElseThrow();

        assertThat(code(v2(desk, vector, vector.signature()))).isEqualTo(code);
    }

    @Test
    void v1HasNoWindow() {
        desk.clock.set(Instant.parse("2031-01-01T00:00:00Z"));
        var vector = v1().findFirst().orElseThrow();

        assertThat(code(v1(vector, vector.signature()))).isEqualTo("000000");
    }

    @Tag("promise:replays-fail")
    @Test
    void aNonceThatComesAgainUnderAnotherSignatureIsAReplay() {
        var vectors = v2().toList();

        assertThat(code(v2(desk, vectors.get(0), vectors.get(0).signature()))).isEqualTo("000000");
        assertRefused(v2(desk, vectors.get(4), vectors.get(4).signature()), "nonce_replayed");
        assertThat(desk.facts).hasSize(1);
    }

    @Test
    void theSameCallAgainIsAnsweredAsItWasAndStoredOnce() {
        var vector = v2().findFirst().orElseThrow();

        assertThat(code(v2(desk, vector, vector.signature()))).isEqualTo("000000");
        assertThat(v2(desk, vector, vector.signature()).verdict()).isEqualTo("repeated");
        assertThat(desk.facts).hasSize(1);
    }

    /** The path decides the edition (tenant-sync §10.1). */
    @Test
    void neitherEditionTakesTheSignatureOfTheOther() {
        var ofV2 = v2().findFirst().orElseThrow();
        var ofV1 = v1().findFirst().orElseThrow();

        assertRefused(
                desk.take(
                        KitEdition.V1,
                        ofV2.called(),
                        KitDesk.headers(ofV2.signature(), KitVectors.timestamp(), KitVectors.nonce()),
                        ofV2.body().getBytes(UTF_8)),
                "auth_token_missing");
        assertThat(desk.take(
                                KitEdition.V2,
                                ofV1.called(),
                                Map.of(AuthToken.NAME, ofV1.signature()),
                                ofV1.body().getBytes(UTF_8))
                        .answer()
                        .resultCode())
                .isEqualTo("000002");
    }

    /** Kit V1 tries the keys of the kit, then those of V1 (design §3). */
    @Test
    void v1MayBeSignedWithAKeyOfV1AndV2MayNot() {
        var vector = v1().findFirst().orElseThrow();

        var ending = v1(vector, KitDesk.token(KitDesk.V1, vector.body()));

        assertThat(code(ending)).isEqualTo("000000");
        assertThat(ending.signer()).isEqualTo(KitDesk.V1);
    }

    private static TenantFact meaning(String id, KitDesk desk) {
        return switch (id) {
            case "K1", "L1" ->
                new TenantBound(
                        INSTANCE,
                        "CS2601010800ABCDE",
                        "acme",
                        "Acme 制造有限公司",
                        "https://acme.account.example",
                        Change.ADDED,
                        false);
            case "K2", "L2" -> new TenantBound(null, null, "demo", "demo", "demo.account.example", Change.ADDED, true);
            case "K3" -> new ApplicationGranted(INSTANCE, "app-5f0c", "c1d2e3f4a5b6", FakeTenants.SEALED, false);
            case "K4", "L3" -> {
                var told = (UsersTold) desk.told().getFirst();
                assertThat(told.part().rows()).isEqualTo(2);
                yield new UsersTold(INSTANCE, "app-5f0c", UserChange.ADDED, told.part(), users(), false);
            }
            case "K5", "L4" ->
                new DepartmentTold(INSTANCE, new DepartmentRow("D100", "研发部", null), Change.MODIFIED, false);
            default -> {
                var told = (OrganisationTold) desk.told().getFirst();
                yield new OrganisationTold(
                        INSTANCE,
                        told.part(),
                        List.of(new DepartmentRow("D100", "研发部", null), new DepartmentRow("D110", "测试组", "D100")),
                        false);
            }
        };
    }

    private static List<UserRow> users() {
        return List.of(
                new UserRow(
                        "li.lei", "李雷", "D100", "工程师", null, null, "admin", true, null, null, null, null, Map.of(),
                        List.of()),
                new UserRow(
                        "han.mm",
                        "韩梅梅",
                        "D100",
                        null,
                        null,
                        1,
                        "user",
                        false,
                        null,
                        null,
                        null,
                        "2025-07-01",
                        Map.of(),
                        List.of()));
    }

    private static Ending v2(KitDesk desk, Vector vector, String sign) {
        return desk.take(
                KitEdition.V2,
                vector.called(),
                KitDesk.headers(sign, KitVectors.timestamp(), KitVectors.nonce()),
                vector.body().getBytes(UTF_8));
    }

    private Ending v1(Vector vector, String token) {
        return desk.take(
                KitEdition.V1,
                vector.called(),
                Map.of(AuthToken.NAME, token),
                vector.body().getBytes(UTF_8));
    }

    private static void assertRefused(Ending ending, String verdict) {
        assertThat(code(ending)).isEqualTo("000001");
        assertThat(ending.verdict()).isEqualTo(verdict);
        assertThat(said(ending)).isEqualTo("{\"resultCode\":\"000001\",\"resultMsg\":\"authentication failed\"}");
    }
}
