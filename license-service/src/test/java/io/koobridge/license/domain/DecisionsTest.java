package io.koobridge.license.domain;

import static io.koobridge.license.Applications.NOW;
import static io.koobridge.license.Applications.applied;
import static io.koobridge.license.Applications.fact;
import static io.koobridge.license.Applications.placed;
import static io.koobridge.license.Applications.state;
import static io.koobridge.license.Applications.withPurchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final Outcome<Application> UNCHANGED = new Outcome.Unchanged<>();

    @Test
    void anApplicationBeginsALicence() {
        var licence = applied();

        assertThat(licence.phase()).isEqualTo(LicensePhase.ISSUING);
        assertThat(licence.id()).isEqualTo(Applications.ID);
        assertThat(licence.order()).isNull();
        assertThat(Stage.of(licence)).isInstanceOf(Stage.Asked.class);
    }

    @Tag("promise:one-licence")
    @Test
    void beforeItIsDeliveredARepetitionChangesNothing() {
        for (var licence : List.of(applied(), placed(), placed().issued(NOW))) {
            assertThat(Decisions.decide(licence, fact("f2", 10))).isEqualTo(UNCHANGED);
        }
    }

    @Tag("promise:one-licence")
    @Test
    void afterItWasDeliveredARepetitionAsksForTheSameBytes() {
        var delivered = placed().delivered(NOW);

        var again = state(Decisions.decide(delivered, fact("f2", 10)));

        assertThat(Stage.of(again)).isInstanceOf(Stage.Uploading.class);
        assertThat(again.phase()).as("the marketplace has it").isEqualTo(LicensePhase.DELIVERED);
        assertThat(again.order()).isEqualTo(delivered.order());
        assertThat(again.generation()).isGreaterThan(delivered.generation());
    }

    @Test
    void aRedeliveredFactChangesNothing() {
        var delivered = placed().delivered(NOW);

        assertThat(Decisions.decide(delivered, fact("f1", 0))).isEqualTo(UNCHANGED);
        var again = state(Decisions.decide(delivered, fact("f2", 10))).delivered(NOW);
        assertThat(Decisions.decide(again, fact("f2", 10))).isEqualTo(UNCHANGED);
        assertThat(Decisions.decide(again, fact("f1", 0))).isEqualTo(UNCHANGED);
    }

    @Test
    void theLastSixteenFactsAreRemembered() {
        var licence = IntStream.rangeClosed(2, 20)
                .boxed()
                .reduce(
                        placed().delivered(NOW),
                        (current, i) -> state(Decisions.decide(current, fact("f" + i, i)))
                                .delivered(NOW),
                        (_, later) -> later);

        assertThat(licence.memory()).hasSize(16).startsWith("f20").doesNotContain("f4");
    }

    @Test
    void whatWasRefusedIsTriedAgainByTheMarketplaceAndByAnOperator() {
        var refused = placed().refused("issuer: no");

        assertThat(Stage.of(state(Decisions.decide(refused, fact("f2", 10))))).isInstanceOf(Stage.Issuing.class);
        var again = state(Decisions.retry(refused));
        assertThat(again.phase()).isEqualTo(LicensePhase.ISSUING);
        assertThat(again.progress().failure()).isNull();
        assertThat(Decisions.retry(again)).isEqualTo(UNCHANGED);
        assertThat(Decisions.retry(null)).isEqualTo(UNCHANGED);
    }

    @Test
    void whatNobodyMadeNeedsAPlaceAgainAndKeepsItsOrder() {
        var unmade = placed().unmade("issuer: no");
        assertThat(Stage.of(unmade)).isInstanceOf(Stage.GivingUp.class);
        assertThat(Decisions.retry(unmade)).as("its place is not free yet").isEqualTo(UNCHANGED);
        var refused = unmade.gaveUpPlace();
        assertThat(Stage.of(refused)).isInstanceOf(Stage.Ended.class);
        assertThat(refused.ordered()).as("whoever was asked hears of a release").isTrue();

        var again = state(Decisions.retry(refused));

        assertThat(Stage.of(again)).isInstanceOf(Stage.Asked.class);
        assertThat(again.phase()).isEqualTo(LicensePhase.ISSUING);
        assertThat(again.order()).isEqualTo(placed().order());
    }

    @Test
    void whatWasRefusedByTheMarketplaceIsNotMadeAgain() {
        var refused = placed().issued(NOW).refused("marketplace: no");

        assertThat(Stage.of(state(Decisions.retry(refused)))).isInstanceOf(Stage.Uploading.class);
    }

    @Test
    void whatWasDeniedNeedsAPlaceAgainAndKeepsItsBytes() {
        var denying = placed().denied(NOW, "denied");
        assertThat(Stage.of(denying)).isInstanceOf(Stage.GivingUp.class);
        assertThat(Decisions.retry(denying)).as("its place is not free yet").isEqualTo(UNCHANGED);
        var denied = denying.gaveUpPlace();
        assertThat(Stage.of(denied)).isInstanceOf(Stage.Ended.class);

        var again = state(Decisions.decide(denied, fact("f2", 10)));

        assertThat(Stage.of(again)).isInstanceOf(Stage.Asked.class);
        assertThat(again.phase()).isEqualTo(LicensePhase.UPLOADING);
        var order = Objects.requireNonNull(denied.order());
        assertThat(Stage.of(again.placed(order))).isInstanceOf(Stage.Uploading.class);
    }

    @Test
    void onlyWhatWasRefusedForGoodAndKeptItsPlaceGivesThatUpByHand() {
        var kept = placed().issued(NOW).refused("marketplace: no");

        var freed = state(Decisions.freePlace(kept));

        assertThat(Stage.of(freed)).isInstanceOf(Stage.GivingUp.class);
        assertThat(freed.generation()).isGreaterThan(kept.generation());
        for (var other : List.of(
                applied(),
                placed(),
                placed().delivered(NOW),
                placed().unmade("issuer: no"),
                placed().unmade("issuer: no").gaveUpPlace(),
                state(Decisions.revoke(kept)),
                freed,
                withPurchase().placed(Objects.requireNonNull(kept.order())).refused("issuer: no"))) {
            assertThat(Decisions.freePlace(other)).isEqualTo(UNCHANGED);
        }
        assertThat(Decisions.freePlace(null)).isEqualTo(UNCHANGED);
    }

    /** It was acknowledged in the moment before: the place that it was told of is given up, and it takes another one. */
    @Test
    void whatIsAboutToLoseItsPlaceIsWantedAllTheSame() {
        for (var leaving : List.of(placed().denied(NOW, "denied"), placed().unmade("not for sale"))) {
            assertThat(leaving.progress().leaving()).isTrue();

            var again = state(Decisions.decide(leaving, fact("f2", 10)));

            assertThat(Stage.of(again)).isInstanceOf(Stage.Asked.class);
            assertThat(again.progress().leaving()).isFalse();
            assertThat(again.generation()).isGreaterThan(leaving.generation());
            assertThat(again.order()).isEqualTo(leaving.order());
        }
    }

    @Test
    void aReleaseIsFinal() {
        var revoked = state(Decisions.revoke(placed().delivered(NOW)));

        assertThat(Stage.of(revoked)).isInstanceOf(Stage.Revoking.class);
        assertThat(Decisions.revoke(revoked)).isEqualTo(UNCHANGED);
        assertThat(Decisions.revoke(null)).isEqualTo(UNCHANGED);
        assertThat(Decisions.retry(revoked)).isEqualTo(UNCHANGED);
        assertThat(Decisions.wake(revoked)).isEqualTo(UNCHANGED);
        assertThat(Decisions.decide(revoked, fact("f1", 0))).as("redelivered").isEqualTo(UNCHANGED);
        assertThat(Decisions.decide(revoked, fact("f2", 10))).isEqualTo(new Outcome.Refused<>(Reason.RELEASED));
        assertThat(Stage.of(revoked.done())).isInstanceOf(Stage.Ended.class);
    }

    @Test
    void aPurchaseHasOneLicenceHoweverOftenItIsTold() {
        var licence = withPurchase();

        assertThat(licence.id()).isEqualTo(Applications.PURCHASE_ID);
        assertThat(licence.request().eventId()).isNull();
        assertThat(Decisions.ordered(licence, Applications.instance(), NOW)).isEqualTo(UNCHANGED);
        assertThat(Decisions.decide(licence, fact("f2", 10))).isEqualTo(UNCHANGED);
    }

    /** What is signed ends with the purchase, and no renewal moves that (license §7). */
    @Test
    void aRenewalOfAPurchaseHasALicenceOfItsOwn() {
        var order = new OrderKey("CS2", null, null);
        var renewed = Applications.instance(Phase.ACTIVE, order, LicenseDelivery.WITH_PURCHASE);

        assertThat(renewed.licenceId())
                .isEqualTo(LicenseIds.ofRenewal(Applications.INSTANCE, order))
                .isNotEqualTo(Applications.PURCHASE_ID);
        assertThat(Decisions.ordered(null, renewed, NOW))
                .isInstanceOfSatisfying(Outcome.Applied.class, applied -> assertThat(applied.state())
                        .isInstanceOfSatisfying(Application.class, licence -> {
                            assertThat(licence.id()).isEqualTo(renewed.licenceId());
                            assertThat(licence.request().expiresAt()).isEqualTo(Applications.END);
                            assertThat(licence.request().withPurchase()).isTrue();
                        }));
    }

    @Test
    void onlyWhatTheIssuerWorksOnIsWoken() {
        assertThat(Decisions.wake(placed())).isEqualTo(new Outcome.Applied<>(placed()));
        for (var other : List.of(applied(), placed().issued(NOW), placed().delivered(NOW))) {
            assertThat(Decisions.wake(other)).isEqualTo(UNCHANGED);
        }
        assertThat(Decisions.wake(null)).isEqualTo(UNCHANGED);
    }

    @Test
    void anApplicationIsOrderedOnceAndAPurchaseAsBought() {
        var instance = Applications.instance();

        assertThat(applied().request().order(instance).quantity()).isEqualTo(1);
        var bought = withPurchase().request().order(instance);
        assertThat(bought.quantity()).isEqualTo(7);
        assertThat(bought.skuCode()).isEqualTo("SKU1");
        assertThat(bought.customer()).isEqualTo(new LicenseOrder.Customer("customer-1", "Example Ltd"));
        assertThat(bought.expiresAt()).isEqualTo(Applications.END);
    }
}
