package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeId;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.FactPublishers;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.gateway.publish.Publishing;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Applications, purchases with their licence, and what happens to authorization codes. */
class LicensesTest {

    private static final KeyRing KEYS = KeyRing.of(new AccessKey("base-1", "a-secret-made-up", null));
    private static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/license",
            AddressKind.LICENSE,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(KEYS, KEYS, Optional.empty()),
            UsualTerms.USUAL);
    private static final LicenseApplied APPLIED = new LicenseApplied("i", "e", "print", Instant.EPOCH, null);
    private static final OrderKey ORDER = new OrderKey("CS1", null, null);
    private static final String DERIVED = InstanceIds.derive("seller", InstanceKind.LICENSE, ORDER);
    private static final OrderDetails BOUGHT = new OrderDetails("NEW", ChargingMode.PERIOD, null, null, null, null);
    private static final Duration HOLD = Duration.ofSeconds(12);
    private static final Instant SIGNED_AT = Instant.EPOCH.plusSeconds(7);

    private final FakeInstances instances = new FakeInstances();
    private final FakeLicenses licenses = new FakeLicenses();
    private final List<Event<?>> facts = new ArrayList<>();
    private Mono<Publication> publication = Mono.just(new Publication.Stored());
    private final Commands commands = new Commands(
            new InstanceNames(new SellerId("seller")),
            new FactPublishers(
                    this.<InstanceFact>recording(),
                    Publishing.unexpected(),
                    this.<LicenseFact>recording(),
                    this.<CodeFact>recording(),
                    Publishing.unexpected()),
            new Commands.Services(instances, licenses, Tenants.none()));

    @Test
    void anApplicationTakesItsPlaceAndIsStoredThen() {
        assertThat(apply()).isEqualTo(new Reply.Applied(false));
        assertThat(licenses.asked).containsExactly(new LicenseReservation.Question(APPLIED, SIGNED_AT));
        assertThat(licenses.given).containsExactly(Duration.ofMillis(1_500));
        assertThat(facts)
                .containsExactly(new Event<>(
                        "call-1",
                        LicenseIds.ofApplication("i", "e", "print"),
                        "/koogallery/license",
                        SIGNED_AT,
                        SIGNED_AT,
                        "trace",
                        APPLIED));
    }

    @Test
    void whatWasDeliveredIsStoredAgainSoThatItIsUploadedAgain() {
        reserves(LicenseReservation.of(Verdict.DELIVERED));

        assertThat(apply()).isEqualTo(new Reply.Applied(true));
        assertThat(facts).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatIsRefusedIsNotStored(Reason reason) {
        reserves(LicenseReservation.refused(reason));

        assertThat(apply()).isEqualTo(new Reply.Declined(reason));
        assertThat(facts).isEmpty();
    }

    @Test
    void whatIsNotKnownYetIsNotStored() {
        reserves(LicenseReservation.of(Verdict.NOT_YET));

        assertThat(apply()).isEqualTo(new Reply.Refused(Refusal.NOT_YET));
        assertThat(facts).isEmpty();
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void withoutAPlaceForCertainNothingIsStored() {
        for (var answer : List.of(
                new Answer.Uncertain<LicenseReservation>("too late"),
                new Answer.NotSent<LicenseReservation>("the breaker is open"))) {
            licenses.reservation = Mono.just(answer);

            assertThat(apply()).isEqualTo(new Reply.Refused(Refusal.SERVICE_AWAY));
        }
        assertThat(facts).isEmpty();
    }

    @Tag("promise:stored-before-answered")
    @Test
    void anApplicationThatIsNotStoredIsNotPromised() {
        publication = Mono.just(new Publication.NotStored("no broker"));

        assertThat(apply()).isEqualTo(new Reply.Refused(Refusal.NOT_STORED));
    }

    @Test
    void aPurchaseWithItsLicenseIsAnsweredWithIt() {
        licenses.purchased = Mono.just(new Answer.Answered<>(new PurchasedLicense("LIC-1", false)));

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Licensed("LIC-1")));
        assertThat(licenses.asked).containsExactly(new PurchasedLicense.Wait(DERIVED, 12_000));
        assertThat(licenses.given).containsExactly(HOLD.plusMillis(500));
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofPurchase(InstanceKind.LICENSE, ORDER));
            assertThat(fact.subject()).isEqualTo(DERIVED);
            assertThat(fact.data())
                    .isEqualTo(new InstancePurchased(
                            InstanceKind.LICENSE, ORDER, BOUGHT, null, LicenseDelivery.WITH_PURCHASE));
        });
    }

    @Test
    void aLicenseThatIsNotThereInTimeComesLater() {
        var later = new Reply.Obtained(DERIVED, new Standing.Preparing());

        assertThat(purchase()).isEqualTo(later);
        licenses.purchased = Mono.just(new Answer.Uncertain<>("too late"));
        assertThat(purchase()).isEqualTo(later);
        licenses.purchased = Mono.just(new Answer.NotSent<>("nobody is there"));
        assertThat(purchase()).isEqualTo(later);
    }

    /** One that was imported has the order, and its licence is made under its own id (design §4). */
    @Test
    void theInstanceThatHasTheOrderIsAskedForItsLicense() {
        instances.resolution =
                Mono.just(new Answer.Answered<>(new InstanceResolution("seller-77", Phase.ACTIVE, true, null)));
        licenses.purchased = Mono.just(new Answer.Answered<>(new PurchasedLicense("LIC-1", false)));

        assertThat(purchase()).isEqualTo(new Reply.Obtained("seller-77", new Standing.Licensed("LIC-1")));
        assertThat(licenses.asked).containsExactly(new PurchasedLicense.Wait("seller-77", HOLD.toMillis()));
        assertThat(instances.given).containsExactly(Duration.ofMillis(300));
        assertThat(facts).singleElement().extracting(Event::subject).isEqualTo(DERIVED);
    }

    @Test
    void whoeverCannotSayWhichInstanceHasTheOrderHoldsNothingUp() {
        instances.resolution = Mono.just(new Answer.Uncertain<>("too late"));
        licenses.purchased = Mono.just(new Answer.Answered<>(new PurchasedLicense("LIC-1", false)));

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Licensed("LIC-1")));
    }

    @Test
    void aLicenseThatNobodyWillMakeIsToldSo() {
        licenses.purchased = Mono.just(new Answer.Answered<>(new PurchasedLicense(null, true)));

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Failed(FailureReason.OTHER)));
    }

    @Tag("promise:stored-before-answered")
    @Test
    void aPurchaseThatIsNotStoredWaitsForNoLicense() {
        publication = Mono.just(new Publication.NotStored("no broker"));
        licenses.purchased = Mono.never();

        assertThat(purchase()).isEqualTo(new Reply.Refused(Refusal.NOT_STORED));
    }

    @Test
    void licensesOfAnOnlinePurchaseAreAppliedFor() {
        carryOut(new Command.Purchase(ORDER));

        assertThat(facts).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(new InstancePurchased(
                        InstanceKind.LICENSE, ORDER, null, null, LicenseDelivery.ON_APPLICATION)));
    }

    @Test
    void aChangeOfACodeIsAskedAboutAndThenStored() {
        assertThat(freeze()).isEqualTo(new Reply.Noted(false));
        assertThat(licenses.asked).isEqualTo(facts);
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo("PLDEMO0000000001");
            assertThat(fact.id()).isEqualTo("fact-1");
            assertThat(fact.data()).isEqualTo(new CodeFrozen());
        });
    }

    @Test
    void aCodeThatIsUnknownToThoseWhoWantToKnowItIsRefused() {
        licenses.admission = Mono.just(new Answer.Answered<>(new Admission("refused", Reason.UNKNOWN_CODE, null)));

        assertThat(freeze()).isEqualTo(new Reply.Declined(Reason.UNKNOWN_CODE));
        assertThat(facts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "unchanged", "stale"})
    void whatIsNotRefusedIsStored(String outcome) {
        licenses.admission = Mono.just(new Answer.Answered<>(new Admission(outcome, null, null)));

        assertThat(freeze()).isEqualTo(new Reply.Noted(outcome.equals("stale")));
        assertThat(facts).hasSize(1);
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void whoeverDoesNotAnswerRefusesNoCode() {
        licenses.admission = Mono.just(new Answer.NotSent<>("nobody is there"));

        assertThat(freeze()).isEqualTo(new Reply.Noted(false));
        assertThat(facts).hasSize(1);
    }

    @Test
    void anInstallationWithoutLicensesAsksNobody() {
        assertThat(Licenses.none()
                        .await(new PurchasedLicense.Wait("i", 1), HOLD)
                        .block())
                .isInstanceOf(Answer.NotSent.class);
    }

    @Test
    void everythingIsAboutSomething() {
        assertThat(commands.subject(new Command.Application("call-1", APPLIED), circumstances()))
                .isEqualTo("i");
        assertThat(commands.subject(new Command.LicensedPurchase(ORDER, BOUGHT, HOLD), circumstances()))
                .isEqualTo(DERIVED);
        assertThat(commands.subject(new Command.CodeChange("code", "fact-1", new CodeFrozen()), circumstances()))
                .as("never the buyer's secret")
                .isEqualTo(CodeId.of("code"));
    }

    private <F> FactPublisher<F> recording() {
        return fact -> {
            facts.add(fact);
            return publication;
        };
    }

    private void reserves(LicenseReservation reservation) {
        licenses.reservation = Mono.just(new Answer.Answered<>(reservation));
    }

    private Reply apply() {
        return carryOut(new Command.Application("call-1", APPLIED));
    }

    private Reply purchase() {
        return carryOut(new Command.LicensedPurchase(ORDER, BOUGHT, HOLD));
    }

    private Reply freeze() {
        return carryOut(new Command.CodeChange("PLDEMO0000000001", "fact-1", new CodeFrozen()));
    }

    private Reply carryOut(Command command) {
        return Objects.requireNonNull(
                commands.carryOut(command, circumstances()).block());
    }

    private static Circumstances circumstances() {
        return new Circumstances(ADDRESS, SIGNED_AT, SIGNED_AT, "trace", Deadline.in(Duration.ofMinutes(1)));
    }
}
