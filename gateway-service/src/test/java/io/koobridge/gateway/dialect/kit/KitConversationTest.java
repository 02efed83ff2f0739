package io.koobridge.gateway.dialect.kit;

import static io.koobridge.gateway.dialect.kit.KitDesk.code;
import static io.koobridge.gateway.dialect.kit.KitDesk.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.command.FakeTenants;
import io.koobridge.gateway.lost.Lost;
import io.koobridge.gateway.lost.Owner;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What is told is stored, in parts where it is long, and answered after the last of them. */
class KitConversationTest {

    private final KitDesk desk = new KitDesk();

    static Stream<Arguments> interfaces() {
        return Stream.of(KitEdition.values()).flatMap(edition -> Stream.of(KitInterface.values())
                .flatMap(called -> Stream.of("", "i-1").map(instance -> Arguments.of(edition, called, instance))));
    }

    /** tenant-sync §11: in both editions, with and without an instance. */
    @ParameterizedTest
    @MethodSource("interfaces")
    void addAddDeleteDeleteAndDeleteOfWhatNeverWasAllSucceed(
            KitEdition edition, KitInterface called, String instanceId) {
        var flags = called == KitInterface.ALL_ORG_SYNC ? List.of(1, 1, 1) : List.of(1, 1, 0, 0);
        for (int flag : flags) {
            assertThat(said(desk.call(edition, called, KitBodiesOfTests.of(called, instanceId, "x-1", flag))))
                    .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"Success\"}");
        }
        assertThat(code(desk.call(edition, called, KitBodiesOfTests.of(called, instanceId, "x-never", 0))))
                .isEqualTo("000000");

        assertThat(desk.facts).hasSize(flags.size() + 1).allSatisfy(fact -> {
            assertThat(fact.subject()).isEqualTo("t-1");
            assertThat(fact.data().instanceId()).isEqualTo(instanceId.isEmpty() ? null : instanceId);
        });
    }

    @Test
    void eachFlagHasItsFact() {
        for (int flag : new int[] {0, 1, 2}) {
            desk.v2(KitInterface.TENANT_SYNC, KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "i", "x", flag));
            desk.v2(KitInterface.APPLICATION_SYNC, KitBodiesOfTests.of(KitInterface.APPLICATION_SYNC, "i", "x", flag));
            desk.v2(KitInterface.SINGLE_ORG_SYNC, KitBodiesOfTests.of(KitInterface.SINGLE_ORG_SYNC, "i", "x", flag));
        }

        assertThat(desk.told())
                .extracting(fact -> switch (fact) {
                    case TenantBound bound -> bound.change().name();
                    case TenantUnbound _ -> "unbound";
                    case ApplicationGranted _ -> "granted";
                    case ApplicationWithdrawn _ -> "withdrawn";
                    case DepartmentTold told -> String.valueOf(told.change());
                    default -> "other";
                })
                .containsExactly(
                        "unbound", "withdrawn", "null", "ADDED", "granted", "ADDED", "MODIFIED", "granted", "MODIFIED");
    }

    /** The old edition does not document them; what they say is plain (tenant-sync §10.5). */
    @Test
    void v1UnderstandsTheFlagsOfV2() {
        desk.v1(KitInterface.TENANT_SYNC, KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "i", "x", 2));
        desk.v1(KitInterface.AUTH_SYNC, KitBodiesOfTests.of(KitInterface.AUTH_SYNC, "i", "x", 3));

        assertThat(desk.told().getFirst()).isInstanceOfSatisfying(TenantBound.class, bound -> assertThat(bound.change())
                .isEqualTo(Change.MODIFIED));
        assertThat(desk.told().getLast()).isInstanceOfSatisfying(UsersTold.class, told -> assertThat(told.change())
                .isEqualTo(UserChange.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource(value = KitInterface.class, names = "ALL_ORG_SYNC", mode = EnumSource.Mode.EXCLUDE)
    void anUnknownFlagIsRefusedAndNothingStored(KitInterface called) {
        for (int flag : new int[] {-1, called == KitInterface.AUTH_SYNC ? 4 : 3, 11}) {
            assertThat(said(desk.v2(called, KitBodiesOfTests.of(called, "i", "x", flag))))
                    .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"flag is unknown\"}");
        }
        assertThat(desk.facts).isEmpty();
    }

    /** Unlike everywhere else: what debugging tells is what the seller's own login is tried with (design §3.4). */
    @Tag("promise:test-tenants-are-kept")
    @ParameterizedTest
    @CsvSource({"1, true", "'\"1\"', true", "0, false", "'\"0\"', false", "2, false", "null, false"})
    void whatDebuggingTellsIsStoredAndMarked(String testFlag, boolean test) {
        var body = KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "", "x", 1)
                .replace("\"testFlag\":0", "\"testFlag\":" + testFlag);

        assertThat(code(desk.v2(KitInterface.TENANT_SYNC, body))).isEqualTo("000000");
        assertThat(desk.told()).singleElement().satisfies(fact -> {
            assertThat(fact.test()).isEqualTo(test);
            assertThat(fact.instanceId()).isNull();
        });
    }

    @Tag("promise:lists-are-whole")
    @Test
    void aLongListGoesOutInPartsOfOneCall() {
        var departments = IntStream.range(0, 20_000)
                .mapToObj(n ->
                        "{\"orgCode\":\"D%05d\",\"orgName\":\"部门%d\",\"parentCode\":\"D%05d\"}".formatted(n, n, n / 10))
                .collect(joining(",", "[", "]"));

        assertThat(code(desk.v2(KitInterface.ALL_ORG_SYNC, list("orgInfoList", departments))))
                .isEqualTo("000000");

        assertThat(parts()).hasSize(40).allSatisfy(part -> {
            assertThat(part.of()).isEqualTo(40);
            assertThat(part.rows()).isEqualTo(20_000);
            assertThat(part.syncId()).isEqualTo(parts().getFirst().syncId());
        });
        assertThat(parts()).extracting(Part::number).doesNotHaveDuplicates().hasSize(40);
        assertThat(desk.facts).extracting(fact -> fact.id()).doesNotHaveDuplicates();
        assertThat(desk.told().stream()
                        .mapToInt(
                                fact -> ((OrganisationTold) fact).departments().size()))
                .allMatch(rows -> rows == 500);
    }

    /** More than the documented 500, which bind KooGallery and not us. */
    @Test
    void moreUsersThanTheMarketplaceSendsAreTakenAllTheSame() {
        assertThat(code(desk.v2(KitInterface.AUTH_SYNC, users(1_201)))).isEqualTo("000000");

        assertThat(desk.told().stream().map(fact -> ((UsersTold) fact).users().size()))
                .containsExactlyInAnyOrder(500, 500, 201);
    }

    @Test
    void noPartIsLongerThanARecordMayBe() {
        var codec = new EventCodec<>(EventFamily.TENANT_FACTS);
        var rows = IntStream.range(0, 500)
                .mapToObj(n -> "{\"userName\":\"u%d\",\"workPlace\":\"%s\",\"extension\":{\"note\":\"%s\"}}"
                        .formatted(n, "深".repeat(1_024), "\\u0001".repeat(1_024)))
                .collect(joining(",", "[", "]"));

        assertThat(code(desk.v2(
                        KitInterface.AUTH_SYNC, list("userList", rows).replace("{\"t", "{\"appId\":\"a\",\"t"))))
                .isEqualTo("000000");

        assertThat(desk.facts)
                .hasSizeGreaterThan(4)
                .allSatisfy(fact -> assertThat(codec.encode(fact).data().length).isLessThan(520 * 1024));
    }

    @Test
    void anEmptyListIsAListToo() {
        assertThat(code(desk.v2(KitInterface.ALL_ORG_SYNC, list("orgInfoList", "[]"))))
                .isEqualTo("000000");

        assertThat(parts()).singleElement().satisfies(part -> assertThat(part).isEqualTo(Part.whole(part.syncId(), 0)));
    }

    @Tag("promise:lists-are-whole")
    @Test
    void theAnswerWaitsForTheLastPart() throws Exception {
        var last = Sinks.<Publication>one();
        desk.broker = fact ->
                ((UsersTold) fact.data()).part().number() == 3 ? last.asMono() : Mono.just(new Publication.Stored());

        try (var caller = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = caller.submit(() -> desk.v2(KitInterface.AUTH_SYNC, users(1_500)));
            await("all parts are sent").until(() -> desk.facts.size() == 3);
            assertThat(answer.isDone()).isFalse();

            last.tryEmitValue(new Publication.Stored()).orThrow();
            assertThat(code(answer.get())).isEqualTo("000000");
        }
    }

    @Tag("promise:people-are-called")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void aPartThatIsNotStoredFailsTheCallAndAPersonIsTold(KitEdition edition) {
        desk.broker = fact -> Mono.just(
                ((UsersTold) fact.data()).part().number() == 2
                        ? new Publication.NotStored("the broker is away")
                        : new Publication.Stored());

        assertThat(code(desk.call(edition, KitInterface.AUTH_SYNC, users(1_500))))
                .isEqualTo("000005");
        assertThat(desk.needingRestart(KitInterface.AUTH_SYNC)).isOne();
        assertThat(desk.lostCalls.of(Owner.TENANTS)).singleElement().satisfies(lost -> {
            assertThat(lost.call().instanceId()).isEqualTo("t-1");
            assertThat(lost.call().activity()).isEqualTo("authSync");
            assertThat(lost.call().verdict()).isEqualTo("not_stored");
        });
    }

    /** What was stored of it is the same when it comes again: the ids of a signed call's parts are its own. */
    @Test
    void aFailedCallThatComesAgainIsStoredUnderTheSameIds() {
        var body = users(1_000);
        var headers = KitDesk.signed("n-1", KitDesk.NOW, body.getBytes(UTF_8));
        desk.broker = _ -> Mono.just(new Publication.NotStored("the broker is away"));
        desk.take(KitEdition.V2, KitInterface.AUTH_SYNC, headers, body.getBytes(UTF_8));
        var before = desk.facts.stream().map(fact -> fact.id()).toList();
        desk.facts.clear();
        desk.broker = _ -> Mono.just(new Publication.Stored());

        var again = desk.take(KitEdition.V2, KitInterface.AUTH_SYNC, headers, body.getBytes(UTF_8));

        assertThat(code(again)).isEqualTo("000000");
        assertThat(desk.facts).extracting(fact -> fact.id()).containsAll(before);
    }

    @Test
    void aSecretIsOpenedByItsOwnerAndStoredAsHeSealedIt() {
        var body = KitBodiesOfTests.of(KitInterface.APPLICATION_SYNC, "i-1", "app-1", 1);

        assertThat(code(desk.v2(KitInterface.APPLICATION_SYNC, body))).isEqualTo("000000");
        assertThat(desk.tenants.asked)
                .containsExactly(new SecretOpening.Question("t-1", "app-1", "an-encrypted-secret"));
        assertThat(desk.tenants.given).allMatch(given -> given.compareTo(Duration.ofMillis(1_500)) <= 0);
        assertThat(desk.told())
                .containsExactly(new ApplicationGranted("i-1", "app-1", "client-1", FakeTenants.SEALED, false));
    }

    /** tenant-sync §4.3: the code has another meaning in V1. */
    @Tag("promise:secrets-are-readable")
    @ParameterizedTest
    @CsvSource({"V2, 000101", "V1, 000005"})
    void aSecretThatNobodyCanReadFailsTheCallAndNothingIsStored(KitEdition edition, String code) {
        desk.tenants.opening = Mono.just(new Answer.Answered<>(new SecretOpening(null)));
        var body = KitBodiesOfTests.of(KitInterface.APPLICATION_SYNC, "i-1", "app-1", 1);

        var ending = desk.call(edition, KitInterface.APPLICATION_SYNC, body);

        assertThat(said(ending))
                .isEqualTo(
                        "{\"resultCode\":\"%s\",\"resultMsg\":\"clientSecret cannot be decrypted\"}".formatted(code));
        assertThat(desk.facts).isEmpty();
        assertThat(desk.needingRestart(KitInterface.APPLICATION_SYNC)).isOne();
        assertThat(desk.lostCalls.of(Owner.TENANTS))
                .extracting(Lost::call)
                .singleElement()
                .satisfies(lost -> assertThat(lost.which()).isEqualTo("app-1"));
    }

    @Tag("promise:secrets-are-readable")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void withoutTheOwnerOfTheKeysASecretIsNotStored(KitEdition edition) {
        for (var away :
                List.<Answer<SecretOpening>>of(new Answer.NotSent<>("nobody"), new Answer.Uncertain<>("late"))) {
            desk.tenants.opening = Mono.just(away);
            assertThat(code(desk.call(
                            edition,
                            KitInterface.APPLICATION_SYNC,
                            KitBodiesOfTests.of(KitInterface.APPLICATION_SYNC, "i-1", "app-1", 2))))
                    .isEqualTo("000005");
        }
        assertThat(desk.facts).isEmpty();
        assertThat(desk.needingRestart(KitInterface.APPLICATION_SYNC)).isEqualTo(2);
    }

    @Test
    void aDeleteDoesNotLookAtTheSecret() {
        desk.tenants.opening = Mono.error(new AssertionError("nobody is asked"));
        for (var secret : List.of("\"nonsense\"", "null", "{}", "\"" + "x".repeat(10_000) + "\"")) {
            assertThat(code(desk.v2(
                            KitInterface.APPLICATION_SYNC,
                            KitBodiesOfTests.of(KitInterface.APPLICATION_SYNC, "i-1", "app-1", 0)
                                    .replace("\"an-encrypted-secret\"", secret))))
                    .isEqualTo("000000");
        }
        assertThat(desk.told()).hasSize(4).containsOnly(new ApplicationWithdrawn("i-1", "app-1", false));
    }

    /** The keyset that opens is not here. */
    @Tag("promise:personal-data-are-sealed")
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void whatPeopleCanBeReachedByIsSealedBeforeItIsStored(KitEdition edition) {
        var user = """
                [{"userName":"li.lei","mobile":"13912345678","email":"li@example.org",\
                "extension":{"phone":"13787654321","mobile":"13700000000"},"agreed":"secret-word"},\
                {"userName":"han.mm","extension":"{email:'han@example.org'}"}]""";
        var body = list("userList", user).replace("{\"t", "{\"appId\":\"a\",\"t");

        assertThat(code(desk.call(edition, KitInterface.AUTH_SYNC, body))).isEqualTo("000000");

        var fact = desk.facts.getFirst();
        var stored = new String(
                new EventCodec<>(EventFamily.TENANT_FACTS).encode(fact).data(), UTF_8);
        assertThat(stored)
                .contains("li.lei", "phone", "agreed")
                .doesNotContain("139", "@example.org", "137876", "137000", "secret-word");
        var rows = ((UsersTold) fact.data()).users();
        assertThat(KitRowsTest.opened(rows.getFirst(), "mobile", rows.getFirst().mobile()))
                .isEqualTo("13912345678");
        assertThat(KitRowsTest.opened(rows.getLast(), "email", rows.getLast().email()))
                .isEqualTo("han@example.org");
        assertThat(rows).extracting(UserRow::toString).allSatisfy(shown -> assertThat(shown)
                .doesNotContain("139", "@example.org"));
    }

    private List<Part> parts() {
        return desk.told().stream()
                .map(fact -> switch (fact) {
                    case OrganisationTold told -> told.part();
                    case UsersTold told -> told.part();
                    default -> throw new AssertionError(fact.toString());
                })
                .toList();
    }

    private static String users(int count) {
        return list(
                        "userList",
                        IntStream.range(0, count)
                                .mapToObj(
                                        "{\"userName\":\"u%d\",\"role\":\"user\",\"mobile\":\"13900000000\"}"
                                                ::formatted)
                                .collect(joining(",", "[", "]")))
                .replace("{\"t", "{\"appId\":\"a\",\"t");
    }

    private static String list(String name, String rows) {
        return "{\"tenantId\":\"t-1\",\"flag\":1,\"testFlag\":0,\"timeStamp\":\"20260101080000123\",\"%s\":%s}"
                .formatted(name, rows);
    }
}
