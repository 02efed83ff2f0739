package io.koobridge.tenant.reconcile;

import static io.koobridge.tenant.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.service.reconcile.Step;
import io.koobridge.tenant.Facts;
import io.koobridge.tenant.Stores;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.ledger.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantWorkerTest {

    private static final Duration LATER = Duration.ofMinutes(1);

    private Stores stores = Stores.fresh(TenantWorkerTest.class);
    private Bench bench = new Bench(stores, false);

    @BeforeEach
    void newBench() {
        stores.close();
        stores = Stores.fresh(TenantWorkerTest.class);
        bench = new Bench(stores, false);
    }

    @AfterEach
    void closed() {
        stores.close();
    }

    @Test
    void theDirectoryEndsAsTheMarketplaceToldInWhateverOrder() {
        bench.told(Facts.users(UserChange.ADDED, Facts.user("li.lei", "D2", "admin", true), Facts.user("han.mm")));
        bench.told(Facts.department("D2", "D1"));
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        bench.told(Facts.bound(Facts.INSTANCE));
        bench.told(Facts.department("D1", null));

        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.kept())
                .isEqualTo(Map.of(
                        "g-D1", "Department D1 under null",
                        "g-D2", "Department D2 under g-D1",
                        "u-li.lei", "Name of li.lei in g-D2 {app-5f0c=admin} active",
                        "u-han.mm", "Name of han.mm in g-D1 {app-5f0c=user} active"));
        assertThat(bench.tenant().settled()).isTrue();
    }

    @Test
    void aDepartmentIsToldAfterTheOneThatItStandsUnder() {
        bench.told(Facts.organisation("s-1", Facts.row("C", "B"), Facts.row("B", "A"), Facts.row("A", null)));

        bench.followed();

        assertThat(bench.directory.calls()).containsExactly("A", "B", "C");
    }

    @Test
    void movesCancellationsAndDepartures() {
        bench.told(Facts.bound(Facts.INSTANCE));
        bench.told(Facts.organisation("s-1", Facts.row("A", null), Facts.row("B", null), Facts.row("C", "A")));
        bench.told(Facts.users(
                UserChange.ADDED,
                Facts.user("one", "C", "user", true),
                Facts.user("two", "C", "user", true),
                Facts.user("three", "C", "user", true)));
        bench.followed();
        bench.told(Facts.department("C", "B"));
        bench.told(Facts.users(UserChange.CANCELLED, Facts.user("one")));
        bench.told(Facts.users(UserChange.DELETED, Facts.user("two")));
        bench.told(Facts.gone("A"));

        bench.followed();

        assertThat(bench.directory.kept())
                .isEqualTo(Map.of(
                        "g-B", "Department B under null",
                        "g-C", "Department C under g-B",
                        "u-one", "Name of one in g-C {} inactive",
                        "u-three", "Name of three in g-C {app-5f0c=user} active"));
    }

    @Test
    void nobodyOfATenantMayLogInAfterItsLastBindingWasTakenAwayUntilItIsBoundAgain() {
        bench.told(Facts.bound(Facts.INSTANCE));
        bench.told(Facts.users(UserChange.ADDED, Facts.user("one", null, "user", true)));
        bench.followed();
        bench.told(Facts.unbound(Facts.INSTANCE));
        bench.followed();
        assertThat(bench.directory.kept()).containsEntry("u-one", "Name of one in null {app-5f0c=user} inactive");

        bench.told(Facts.bound(Facts.INSTANCE));
        bench.followed();
        assertThat(bench.directory.kept()).containsEntry("u-one", "Name of one in null {app-5f0c=user} active");
    }

    @Test
    void aCircleIsCutAtTheLinkThatWasToldLastAndMendedWhenAnotherOneIsTold() {
        bench.told(Facts.department("A", "B"));
        bench.told(Facts.department("B", "C"));
        bench.told(Facts.department("C", "A"));
        bench.followed();

        assertThat(bench.department("C").state().parent()).isNull();
        assertThat(bench.findings.open()).containsKey("DEPARTMENT_CIRCLE|" + Facts.TENANT);
        assertThat(bench.directory.kept())
                .containsEntry("g-C", "Department C under null")
                .containsEntry("g-A", "Department A under g-B");

        bench.told(Facts.department("B", null));
        bench.followed();

        assertThat(bench.department("C").state().parent()).isEqualTo("A");
        assertThat(bench.directory.kept()).containsEntry("g-C", "Department C under g-A");
        assertThat(bench.findings.open()).doesNotContainKey("DEPARTMENT_CIRCLE|" + Facts.TENANT);
    }

    @Test
    void whatAReviewWritesIsReadAfterTheGenerationThatIsKeptForIt() {
        bench.told(Facts.department("A", "B"));
        bench.told(Facts.department("B", "A"));
        var seen = new ArrayList<Long>();
        while (!(bench.step() instanceof Step.Settled)) {
            seen.add(bench.tenant().readable());
        }

        assertThat(seen).startsWith(2_000L).endsWith(2_001L);
        assertThat(bench.department("B").position()).isEqualTo(2_001);
    }

    @Test
    void departmentsThatAWholeOrganisationDoesNotNameAreReportedAndStay() {
        bench.told(NOW, Facts.organisation("s-1", Facts.row("A", null), Facts.row("B", null)));
        bench.told(NOW.plus(LATER), Facts.organisation("s-2", Facts.row("A", null)));
        bench.told(NOW.plus(LATER).plus(LATER), Facts.department("C", null));
        bench.followed();

        assertThat(bench.tenant().organisation().missing()).isEqualTo(1);
        assertThat(bench.department("B").state().present()).isTrue();
        assertThat(bench.findings.open()).containsKey("DEPARTMENTS_MISSING|" + Facts.TENANT);

        bench.told(NOW.plus(LATER).plus(LATER), Facts.gone("B"));
        bench.followed();

        assertThat(bench.tenant().organisation().missing()).isZero();
        assertThat(bench.findings.open()).doesNotContainKey("DEPARTMENTS_MISSING|" + Facts.TENANT);
    }

    @Tag("promise:drift-deletes-nothing")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEmptyOrIncompleteOrganisationTakesNothingAwayWhateverIsConfigured(boolean snapshot) {
        var strict = new Bench(stores, snapshot);
        strict.told(NOW, Facts.organisation("s-1", Facts.row("A", null)));
        strict.told(NOW.plus(LATER), Facts.organisation("s-2"));
        strict.told(
                NOW.plus(LATER),
                new OrganisationTold(Facts.INSTANCE, new Part("s-3", 1, 2, 2), List.of(Facts.row("B", null)), false));
        strict.followed();

        assertThat(strict.department("A").state().present()).isTrue();
        assertThat(strict.tenant().organisation().missing()).isZero();
    }

    @Test
    void asASnapshotACompleteOrganisationTakesAwayWhatItDoesNotName() {
        var strict = new Bench(stores, true);
        strict.told(NOW, Facts.organisation("s-1", Facts.row("A", null), Facts.row("B", "A")));
        strict.told(NOW.plus(LATER), Facts.organisation("s-2", Facts.row("A", null)));
        strict.followed();

        assertThat(strict.department("B").state().present()).isFalse();
        assertThat(strict.directory.kept()).containsOnlyKeys("g-A");
        assertThat(strict.tenant().organisation().missing()).isZero();
    }

    @Test
    void aDirectoryThatAsksToBeLeftAloneIsLeftAlone() {
        bench.told(Facts.department("A", null));
        bench.directory.trouble(_ -> Optional.of(new Written.Later(Duration.ofSeconds(30), "too many calls")));

        assertThat(bench.followed()).isEqualTo(new Step.Waiting<>(Duration.ofSeconds(30)));

        bench.directory.trouble(_ -> Optional.empty());
        bench.clock.advance(Duration.ofSeconds(31));
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.kept()).containsOnlyKeys("g-A");
    }

    @Test
    void aDirectoryThatIsAwayFailsTheAttemptAfterSomeEntriesAndOneBadEntryDoesNot() {
        bench.told(Facts.users(
                UserChange.ADDED,
                IntStream.range(0, 20)
                        .mapToObj(i -> Facts.user("u" + i, null, "user", true))
                        .toList()
                        .toArray(UserRow[]::new)));
        bench.directory.trouble(_ -> Optional.of(new Written.Later(null, "connection refused")));
        assertThat(bench.followed()).isEqualTo(new Step.Failed<>("recording: connection refused"));
        assertThat(bench.directory.calls()).hasSizeLessThanOrEqualTo(8);

        bench.clock.advance(LATER);
        bench.directory.trouble(
                code -> code.equals("u3") ? Optional.of(new Written.Later(null, "timed out")) : Optional.empty());
        assertThat(bench.followed()).isInstanceOf(Step.Waiting.class);
        assertThat(bench.directory.kept()).hasSize(19);

        bench.clock.advance(Duration.ofMinutes(20));
        bench.directory.trouble(_ -> Optional.empty());
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.kept()).hasSize(20);
    }

    /** Design §6: a row that cannot be read whole is taken, and a person hears of it. */
    @Test
    void whatWasPartlyReadIsTakenAndStaysAFindingUntilAPersonClosesIt() {
        var odd = IntStream.range(0, 12)
                .mapToObj(i -> new DepartmentRow("D" + (10 + i), null, null, List.of("orgName", "parentCode")))
                .toArray(DepartmentRow[]::new);
        bench.told(Facts.organisation("odd", odd));
        bench.told(Facts.organisation("even", Facts.row("D10", null)));
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);

        assertThat(bench.department("D21").state().present()).isTrue();
        assertThat(bench.findings.open().get("ROWS_PARTLY_READ|" + Facts.TENANT))
                .startsWith(
                        "of 12 departments something was not as the protocol says: D10 (orgName, parentCode); D11 (")
                .endsWith("; D19 (orgName, parentCode); ...");
    }

    @Test
    void whatTheDirectoryRefusesForGoodIsAFindingUntilSomethingElseIsWanted() {
        bench.told(Facts.users(UserChange.ADDED, Facts.user("one", null, "user", true)));
        bench.directory.trouble(_ -> Optional.of(new Written.Refused("no such role")));
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.findings.open()).containsKey("DIRECTORY_REFUSED|" + Facts.TENANT);
        assertThat(bench.user("one").refused()).isEqualTo("no such role");

        bench.directory.trouble(_ -> Optional.empty());
        bench.told(Facts.users(UserChange.MODIFIED, Facts.user("one", null, "admin", true)));
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.kept()).containsOnlyKeys("u-one");
        assertThat(bench.findings.open()).isEmpty();
    }

    @Tag("promise:kit-rows-once")
    @Test
    void aFactThatIsToldAgainAfterItsRowsWereWrittenLosesAndRepeatsNothing() {
        var fact = Facts.told(NOW, Facts.users(UserChange.ADDED, Facts.user("one", null, "user", true)));
        bench.spread(fact);
        assertThat(bench.user("one").version()).isEqualTo(1);

        bench.told(fact);
        bench.told(fact);

        assertThat(bench.user("one").version()).isEqualTo(1);
        assertThat(bench.tenant().generation()).isEqualTo(1_000);
        assertThat(bench.user("one").position()).isEqualTo(bench.tenant().readable());
    }

    @Tag("promise:kit-rows-once")
    @Test
    void whoLostHisPartitionDoesNotUndoWhatTheNextOneWrote() {
        var first = Facts.told(NOW, Facts.users(UserChange.ADDED, Facts.user("one", null, "user", true)));
        bench.told(first);
        bench.told(NOW, Facts.users(UserChange.CANCELLED, Facts.user("one")));

        bench.spread(first);

        assertThat(bench.user("one").state().grants().get(Facts.APP)).matches(grant -> !grant.opens());
    }

    @Test
    void whatIsToldAgainAsItWasIsNoChangeForAnybody() {
        bench.told(NOW, Facts.organisation("s-1", Facts.row("A", null), Facts.row("B", "A")));
        bench.told(NOW, Facts.users(UserChange.ADDED, Facts.user("one")));
        bench.followed();
        var calls = bench.directory.calls().size();
        bench.told(NOW.plus(LATER), Facts.organisation("s-2", Facts.row("A", null), Facts.row("B", "A")));
        bench.told(NOW.plus(LATER), Facts.users(UserChange.ADDED, Facts.user("one")));
        bench.followed();

        assertThat(bench.directory.calls()).hasSize(calls);
        assertThat(bench.department("A").position()).isEqualTo(1_000);
        assertThat(bench.department("A").state().run()).isEqualTo("s-2");
        assertThat(bench.tenant().organisation().missing()).isZero();
    }

    @Test
    void somebodyMayAskToHaveAllToldOnceMore() {
        bench.told(Facts.organisation("s-1", Facts.row("A", null)));
        bench.told(Facts.users(UserChange.ADDED, Facts.user("one", "A", "user", true)));
        bench.followed();
        bench.asked();

        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.calls()).containsExactly("A", "one", "A", "one");
    }

    @Test
    void aListOfManyIsWrittenAsItWasTold() {
        var rows = IntStream.range(0, 500)
                .mapToObj(i -> new DepartmentRow("D" + i, "Name " + i, i == 0 ? null : "D" + (i - 1) / 2))
                .toArray(DepartmentRow[]::new);
        bench.told(Facts.organisation("s-1", rows));

        assertThat(bench.tables
                        .departments()
                        .all(Facts.TENANT)
                        .map(row -> Objects.requireNonNull(row.state().name()))
                        .collectList()
                        .block())
                .hasSize(500)
                .doesNotHaveDuplicates();
        assertThat(bench.metrics
                        .counter("koobridge.tenant.objects", "kind", "department", "outcome", "applied")
                        .count())
                .isEqualTo(500);
    }

    @Test
    void codesWithSlashesAndPercentsOfTwoTenantsAreKeptApart() {
        bench.told(Facts.department("a/b", null));
        bench.told(Facts.department("a%2Fb", null));
        bench.told(Facts.department("a.b$", "a/b"));
        bench.followed();

        assertThat(bench.directory.kept()).containsOnlyKeys("g-a/b", "g-a%2Fb", "g-a.b$");
        assertThat(List.of(
                        bench.department("a/b").id(), bench.department("a%2Fb").id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void applicationsWithAnyNameAreKept() {
        UsersTold told = Facts.users("app.$with%dots", UserChange.ADDED, Facts.user("one", null, "user", true));
        bench.told(told);

        assertThat(bench.user("one").state().grants()).containsOnlyKeys("app.$with%dots");
    }

    @Test
    void whoseDepartmentTheDirectoryLostIsToldAgainAfterIt() {
        bench.told(Facts.department("D1", null));
        bench.told(Facts.users(UserChange.ADDED, Facts.user("one")));
        bench.followed();
        bench.told(Facts.users(UserChange.MODIFIED, Facts.user("one", "D1", "admin", true)));
        bench.directory.trouble(
                code -> code.equals("one") ? Optional.of(new Written.Orphaned("its group is gone")) : Optional.empty());
        assertThat(bench.followed()).isInstanceOf(Step.Waiting.class);

        bench.directory.trouble(_ -> Optional.empty());
        bench.clock.advance(LATER);
        assertThat(bench.followed()).isInstanceOf(Step.Settled.class);
        assertThat(bench.directory.calls()).endsWith("D1", "one");
    }

    @Test
    void rowsSayWhatTheDirectoryHasNotHeardOf() {
        bench.told(Facts.department("A", null));
        Row<?> row = bench.department("A");

        assertThat(row.work()).isNotNull();
        assertThat(bench.tables.departments().oldestUnpropagated().block()).isEqualTo(NOW);
        bench.followed();
        assertThat(bench.department("A").work()).isNull();
        assertThat(bench.tables.departments().oldestUnpropagated().block()).isNull();
    }
}
