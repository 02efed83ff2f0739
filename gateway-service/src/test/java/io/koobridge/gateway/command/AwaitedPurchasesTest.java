package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.gateway.publish.Publishing;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AwaitedPurchasesTest {

    private static final OrderKey ORDER = new OrderKey("CS1", null, null);
    private static final String DERIVED = InstanceIds.derive("seller", InstanceKind.SAAS, ORDER);
    private static final OrderDetails BOUGHT = new OrderDetails("NEW", ChargingMode.PERIOD, null, null, null, null);
    private static final Duration HOLD = Duration.ofSeconds(12);
    private static final OrderedInstance.Wait WAIT =
            new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, HOLD.toMillis());
    private static final AppInfo ACCESS = new AppInfo("https://app.example.com", null, null, null, null);

    private final FakeInstances instances = new FakeInstances();
    private final List<Event<InstanceFact>> facts = new ArrayList<>();
    private Mono<Publication> publication = Mono.just(new Publication.Stored());
    private final Commands commands = new Commands(
            new InstanceNames(new SellerId("seller")),
            Publishing.instances(fact -> {
                facts.add(fact);
                return publication;
            }),
            new Commands.Services(instances, Licenses.none(), Tenants.none()));

    @Test
    void whatTheCallToldIsStored() {
        purchase();

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo(DERIVED);
            assertThat(fact.data())
                    .isEqualTo(new InstancePurchased(InstanceKind.SAAS, ORDER, BOUGHT, AccessForm.ENCRYPTED));
        });
    }

    @Test
    void whoeverIsReadySaysHowToGetInUnderItsOwnId() {
        var view = known("imported", Phase.ACTIVE, ACCESS, null);

        assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", new Standing.Ready(view)));
    }

    @Test
    void whatHasNotBecomeReadyIsOnItsWay() {
        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Preparing()));

        known("imported", Phase.PROVISIONING, null, null);
        assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", new Standing.Preparing()));
    }

    @Test
    void aRefusalForGoodSaysWhy() {
        known(DERIVED, Phase.FAILED, null, FailureReason.SOLD_OUT);

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Failed(FailureReason.SOLD_OUT)));
    }

    @Test
    void whatIsGoneSaysWhereItWas() {
        known(DERIVED, Phase.RELEASED, ACCESS, null);
        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Gone("https://app.example.com")));

        known(DERIVED, Phase.RELEASED, null, null);
        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Gone(null)));
    }

    @Tag("promise:stored-before-answered")
    @Test
    void whatIsNotStoredIsNotPromisedAndDoesNotWait() {
        StepVerifier.withVirtualTime(() -> {
                    publication = Mono.<Publication>just(new Publication.NotStored("no broker"))
                            .delayElement(Duration.ofSeconds(2));
                    instances.awaited = Mono.never();
                    return commands.carryOut(command(), circumstances());
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new Reply.Refused(Refusal.NOT_STORED))
                .verifyComplete();
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesItOnItsWay() {
        instances.awaited = Mono.just(new Answer.Uncertain<>("too late"));

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Preparing()));
        assertThat(instances.given).containsExactly(Duration.ofMillis(500), HOLD.plusMillis(500));
    }

    /** "View resource details" of what was bought long ago must not depend on how many others are waited for. */
    @Test
    void whatIsSettledIsNotWaitedFor() {
        for (var settled : List.of(
                view("imported", Phase.ACTIVE, ACCESS, null),
                view("imported", Phase.FROZEN, ACCESS, null),
                view("imported", Phase.RELEASED, null, null))) {
            instances.glanced = answered(settled);

            assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", Standing.of(settled)));
        }
        assertThat(instances.awaits).isEmpty();
        assertThat(instances.given).containsOnly(Duration.ofMillis(500));
    }

    /** A refusal is tried again by the purchase that is stored beside; without an address nobody gets in. */
    @Test
    void whatIsNotSettledIsWaitedFor() {
        var ready = known("imported", Phase.ACTIVE, ACCESS, null);
        for (var open : List.of(
                view("imported", Phase.PROVISIONING, null, null),
                view("imported", Phase.FAILED, null, FailureReason.SOLD_OUT),
                view("imported", Phase.ACTIVE, null, null))) {
            instances.glanced = answered(open);

            assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", new Standing.Ready(ready)));
        }
        assertThat(instances.awaits).hasSize(3).containsOnly(WAIT);
    }

    @Test
    void aGlanceThatIsNotAnsweredEndsNothing() {
        var view = known("imported", Phase.ACTIVE, ACCESS, null);
        for (var answer : List.<Answer<OrderedInstance>>of(
                new Answer.NotSent<>("breaker open"), new Answer.Uncertain<>("too late"))) {
            instances.glanced = Mono.just(answer);

            assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", new Standing.Ready(view)));
        }
    }

    /** As when all places are taken, or provisioning goes away meanwhile. What was refused before is tried again. */
    @Test
    void whoeverIsNotToldWhatBecameOfItKnowsItsIdFromTheGlance() {
        for (var seen : List.of(
                view("imported", Phase.PROVISIONING, null, null),
                view("imported", Phase.ACTIVE, null, null),
                view("imported", Phase.FAILED, null, FailureReason.SOLD_OUT))) {
            instances.glanced = answered(seen);
            for (var untold : List.<Answer<OrderedInstance>>of(
                    new Answer.NotSent<>("no place"),
                    new Answer.Uncertain<>("too late"),
                    new Answer.Answered<>(new OrderedInstance(null)))) {
                instances.awaited = Mono.just(untold);

                assertThat(purchase()).isEqualTo(new Reply.Obtained("imported", new Standing.Preparing()));
            }
        }
    }

    @Test
    void whoeverCannotBeAskedEitherWayLeavesItOnItsWay() {
        instances.glanced = Mono.just(new Answer.NotSent<>("nobody there"));
        instances.awaited = Mono.just(new Answer.NotSent<>("nobody there"));

        assertThat(purchase()).isEqualTo(new Reply.Obtained(DERIVED, new Standing.Preparing()));
        assertThat(instances.awaits).containsExactly(WAIT);
    }

    private View known(String id, Phase phase, @Nullable AppInfo appInfo, @Nullable FailureReason failure) {
        var view = view(id, phase, appInfo, failure);
        instances.awaited = answered(view);
        return view;
    }

    private static View view(String id, Phase phase, @Nullable AppInfo appInfo, @Nullable FailureReason failure) {
        return new View(id, phase, appInfo, failure, null);
    }

    private static Mono<Answer<OrderedInstance>> answered(View view) {
        return Mono.just(new Answer.Answered<>(new OrderedInstance(view)));
    }

    private @Nullable Reply purchase() {
        return commands.carryOut(command(), circumstances()).block();
    }

    private static Command command() {
        return new Command.AwaitedPurchase(ORDER, BOUGHT, HOLD);
    }

    private static Circumstances circumstances() {
        var keys = KeyRing.of(new AccessKey("v1-1", "a-secret-of-tests", null));
        var address = new ProductionAddress(
                "/koogallery/saas",
                AddressKind.SAAS,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(keys, keys, Optional.empty()),
                UsualTerms.USUAL);
        var now = Instant.parse("2026-11-22T09:00:00Z");
        return new Circumstances(address, now, now, "00-0-0-01", Deadline.in(Duration.ofSeconds(15)));
    }
}
