package io.koobridge.tenant.domain;

import static io.koobridge.tenant.Facts.APP;
import static io.koobridge.tenant.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantPhase;
import io.koobridge.tenant.Facts;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isBoundAsOftenAsInstancesAreAndDisabledByTheLastThatIsTakenAway() {
        var both = after(Facts.of(Facts.bound("i-1")), Facts.of(Facts.bound("i-2")));
        var one = after(both, Facts.of(Facts.unbound("i-1")));
        var none = after(one, Facts.of(Facts.unbound("i-2")));

        assertThat(both.phase()).isEqualTo(TenantPhase.BOUND);
        assertThat(one.disabled()).isFalse();
        assertThat(none.phase()).isEqualTo(TenantPhase.DISABLED);
        assertThat(after(none, Facts.of(Facts.bound("i-1"))).disabled()).isFalse();
    }

    @Test
    void addAddDeleteDeleteDeleteAreAllTaken() {
        var tenant = after(
                Facts.of(Facts.bound(Facts.INSTANCE)),
                Facts.of(Facts.bound(Facts.INSTANCE)),
                Facts.of(Facts.unbound(Facts.INSTANCE)),
                Facts.of(Facts.unbound(Facts.INSTANCE)));

        assertThat(tenant.phase()).isEqualTo(TenantPhase.DISABLED);
        assertThat(after(Facts.of(Facts.unbound("never-added"))).phase()).isEqualTo(TenantPhase.DISABLED);
        assertThat(after(Facts.of(Facts.withdrawn())).client(APP)).isEmpty();
    }

    @Test
    void aModificationChangesNameAndAddressAlone() {
        var modified = new TenantBound(
                Facts.INSTANCE, "CS1", "other", "New name", "https://new.example", TenantFact.Change.MODIFIED, false);

        var tenant = after(Facts.of(Facts.bound(Facts.INSTANCE)), Facts.of(modified));

        assertThat(tenant.about().code()).isEqualTo("acme");
        assertThat(tenant.about().name()).isEqualTo("New name");
        assertThat(tenant.about().domainName()).isEqualTo("https://new.example");
        assertThat(after(Facts.of(modified)).about().code())
                .as("of a tenant that nobody added")
                .isEqualTo("other");
    }

    @Test
    void whatWasToldEarlierDoesNotUndoWhatWasToldSince() {
        var now = after(Facts.at(NOW, Facts.bound(Facts.INSTANCE)));

        assertThat(Tenants.decide(now, Facts.at(NOW.minus(HOUR), Facts.unbound(Facts.INSTANCE))))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(after(now, Facts.at(NOW.minusSeconds(4), Facts.unbound(Facts.INSTANCE)))
                        .disabled())
                .as("within five seconds the order in the topic decides")
                .isTrue();
    }

    @Test
    void theLastSecretThatWasToldCounts() {
        var tenant = after(Facts.of(Facts.granted("one")), Facts.at(NOW.plus(HOUR), Facts.granted("two")));

        assertThat(tenant.client(APP).orElseThrow().secret()).isEqualTo(new SealedText("two"));
        assertThat(Tenants.decide(tenant, Facts.of(Facts.granted("one")))).isInstanceOf(Outcome.Stale.class);
        assertThat(after(tenant, Facts.at(NOW.plus(HOUR), Facts.withdrawn())).client(APP))
                .isEmpty();
    }

    @Test
    void aFactThatComesAgainChangesNothing() {
        var fact = Facts.of(Facts.bound(Facts.INSTANCE));
        var tenant = after(fact);

        assertThat(Tenants.decide(tenant, fact)).isEqualTo(new Outcome.Unchanged<>());
    }

    @Test
    void whatIsToldOfDepartmentsAndUsersRaisesTheGenerationThatTheyAreReadBy() {
        var tenant = after(
                Facts.of(Facts.users(UserChange.ADDED, Facts.user("li.lei"))),
                Facts.of(Facts.department("D1", null)),
                Facts.of(Facts.organisation("s", Facts.row("D1", null))));

        assertThat(tenant.generation()).isEqualTo(3_000);
        assertThat(tenant.readable()).isEqualTo(3_000);
        assertThat(tenant.organisation().changedAt()).isEqualTo(3_000);
        assertThat(tenant.organisation().reviewed()).isFalse();
        assertThat(tenant.phase()).isEqualTo(TenantPhase.ANNOUNCED);
    }

    @Test
    void whileAReviewWritesNothingOfItsGenerationIsRead() {
        var tenant = after(Facts.of(Facts.department("D1", null)));
        var reviewing = tenant.reviewing();
        var moved = after(reviewing, Facts.of(Facts.department("D2", null)));

        assertThat(reviewing.readable()).isEqualTo(1_000);
        assertThat(moved.readable()).isEqualTo(1_000);
        assertThat(moved.reviewed(moved.generation(), 0, 0).readable()).isEqualTo(2_000);
    }

    @Test
    void theCredentialStageIsATestAndARealBindingIsNone() {
        var credential = after(Facts.of(Facts.bound(null)));

        assertThat(credential.test()).isTrue();
        assertThat(credential.disabled()).isFalse();
        assertThat(after(credential, Facts.of(Facts.bound(Facts.INSTANCE))).test())
                .isFalse();
    }

    @Test
    void aClientThatIsTakenBackThroughOneInstanceStaysWithAnother() {
        var both = after(
                Facts.of(new ApplicationGranted("i-1", APP, "client", new SealedText("one"), false)),
                Facts.of(new ApplicationGranted("i-2", APP, "client", new SealedText("one"), false)));
        var one = after(both, Facts.of(new ApplicationWithdrawn("i-1", APP, false)));
        var none = after(one, Facts.of(new ApplicationWithdrawn("i-2", APP, false)));

        assertThat(one.client(APP)).isPresent();
        assertThat(none.client(APP)).isEmpty();
        assertThat(none.clients().get(APP)).extracting(Tenant.Client::secret).isNull();
    }

    @Test
    void aDebuggingCallTakesNothingFromWhatIsReal() {
        var real = after(Facts.of(Facts.bound(Facts.INSTANCE)), Facts.of(Facts.granted("one")));

        assertThat(Tenants.decide(real, Facts.of(new TenantUnbound(Facts.INSTANCE, true))))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(Tenants.decide(real, Facts.of(new ApplicationWithdrawn(Facts.INSTANCE, APP, true))))
                .isInstanceOf(Outcome.Stale.class);
        var debugged = new TenantBound(
                Facts.INSTANCE, "CS1", "acme", "Acme", "https://acme.example", TenantFact.Change.ADDED, true);
        assertThat(after(real, Facts.of(debugged)).test()).isFalse();
    }

    @Test
    void whatWasBoundOnceIsNoTestAfterItsEnd() {
        assertThat(after(Facts.of(Facts.bound(Facts.INSTANCE)), Facts.of(Facts.unbound(Facts.INSTANCE)))
                        .test())
                .isFalse();
        assertThat(after(Facts.of(Facts.department("D1", null))).test()).isFalse();
    }

    private static Tenant after(Event<?>... facts) {
        return after(null, facts);
    }

    private static Tenant after(@Nullable Tenant tenant, Event<?>... facts) {
        var now = tenant;
        for (var fact : facts) {
            if (Tenants.decide(now, fact.map(TenantFact.class::cast)) instanceof Applied<Tenant>(var next)) {
                now = next;
            }
        }
        return Objects.requireNonNull(now);
    }
}
