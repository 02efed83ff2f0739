package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderFact.OrderNotified;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CommandsTest {

    private static final OrderKey ORDER = new OrderKey("CS", "CS-000001", null);
    private static final String DERIVED = InstanceIds.derive("seller", InstanceKind.SAAS, ORDER);
    private static final KeyRing KEYS = KeyRing.of(new AccessKey("base", "secret", null));
    private static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/saas",
            AddressKind.SAAS,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(KEYS, KEYS, Optional.empty()),
            UsualTerms.USUAL);

    private final FakeInstances instances = new FakeInstances();
    private final List<Event<InstanceFact>> facts = new ArrayList<>();
    private final List<Event<OrderFact>> orders = new ArrayList<>();
    private Mono<Publication> publication = Mono.just(new Publication.Stored());
    private final Commands commands = new Commands(
            new InstanceNames(new SellerId("seller")),
            Publishing.instancesAndOrders(
                    fact -> {
                        facts.add(fact);
                        return publication;
                    },
                    order -> {
                        orders.add(order);
                        return publication;
                    }),
            new Commands.Services(instances, Licenses.none(), Tenants.none()));

    @Test
    void aStoredPurchaseThatNobodyKnowsYetHasTheDerivedId() {
        assertThat(purchase()).isEqualTo(new Reply.Purchased(DERIVED, false));
        assertThat(facts).singleElement().satisfies(fact -> assertThat(fact.subject())
                .isEqualTo(DERIVED));
        assertThat(instances.given).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void aNoticeIsStoredUnderItsOrderLineAndNobodyIsAsked() {
        var order = new OrderNotified("CS", "CS-000001");

        var reply = commands.carryOut(new Command.Notice("fact-1", order), circumstances())
                .block();

        assertThat(reply).isEqualTo(new Reply.Noted(false));
        assertThat(orders).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("fact-1");
            assertThat(event.subject()).isEqualTo("CS~CS-000001");
            assertThat(event.data()).isEqualTo(order);
        });
        assertThat(instances.given).isEmpty();
        assertThat(facts).isEmpty();
    }

    @Test
    void aNoticeThatIsNotStoredIsNotAccepted() {
        publication = Mono.just(new Publication.NotStored("no broker"));

        var reply = commands.carryOut(
                        new Command.Notice("fact-1", new OrderNotified("CS", "CS-000001")), circumstances())
                .block();

        assertThat(reply).isEqualTo(new Reply.Refused(Refusal.NOT_STORED));
    }

    @Test
    void anImportedInstanceKeepsItsId() {
        resolvesTo(new InstanceResolution("imported", Phase.FROZEN, true, null));

        assertThat(purchase()).isEqualTo(new Reply.Purchased("imported", true));
    }

    @Test
    void aReleasedInstanceIsDoneWith() {
        resolvesTo(new InstanceResolution(DERIVED, Phase.RELEASED, false, null));

        assertThat(purchase()).isEqualTo(new Reply.Purchased(DERIVED, true));
    }

    @Test
    void aFailedInstanceIsUnderWayAgain() {
        resolvesTo(new InstanceResolution(DERIVED, Phase.FAILED, false, FailureReason.SOLD_OUT));

        assertThat(purchase()).isEqualTo(new Reply.Purchased(DERIVED, false));
    }

    @Test
    void aServiceThatDoesNotAnswerCostsNothing() {
        instances.resolution = Mono.just(new Answer.Uncertain<>("too late"));

        assertThat(purchase()).isEqualTo(new Reply.Purchased(DERIVED, false));
    }

    @Tag("promise:stored-before-answered")
    @Test
    void aPurchaseThatIsNotStoredIsNotPromisedEvenToAKnownInstance() {
        resolvesTo(new InstanceResolution(DERIVED, Phase.ACTIVE, true, null));
        publication = Mono.just(new Publication.NotStored("no broker"));

        assertThat(purchase()).isEqualTo(new Reply.Refused(Refusal.NOT_STORED));
    }

    @Test
    void storingAndAskingHappenAtTheSameTime() {
        StepVerifier.withVirtualTime(() -> {
                    publication =
                            Mono.<Publication>just(new Publication.Stored()).delayElement(Duration.ofMillis(250));
                    instances.resolution = instances.resolution.delayElement(Duration.ofMillis(200));
                    return commands.carryOut(new Command.Purchase(ORDER), circumstances());
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(249))
                .thenAwait(Duration.ofMillis(1))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void whatIsNotStoredDoesNotWaitForAnAnswer() {
        StepVerifier.withVirtualTime(() -> {
                    publication = Mono.<Publication>just(new Publication.NotStored("no broker"))
                            .delayElement(Duration.ofMillis(50));
                    instances.resolution = Mono.never();
                    return commands.carryOut(new Command.Purchase(ORDER), circumstances());
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(49))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new Reply.Refused(Refusal.NOT_STORED))
                .verifyComplete();
    }

    @Test
    void aQueryEndsBeforeTheCallDoes() {
        lookUp("i-1");

        assertThat(instances.given).containsExactly(Duration.ofMillis(2_300));
    }

    @Test
    void anIdThatNoInstanceCanHaveIsUnknownAndNobodyIsAskedAboutIt() {
        var tooLong = "x".repeat(65);
        var ready = view("i-1", Phase.ACTIVE, null);
        instances.views = Mono.just(new Answer.Answered<>(new InstanceViews(List.of(ready))));

        assertThat(lookUp(tooLong)).isEqualTo(new Reply.LookedUp(List.of(new Standing.Unknown())));
        assertThat(instances.given).isEmpty();
        assertThat(lookUp(tooLong, "i-1"))
                .isEqualTo(new Reply.LookedUp(List.of(new Standing.Unknown(), new Standing.Ready(ready))));
    }

    @Test
    void standingsComeInTheOrderAsked() {
        var ready = view("i-2", Phase.ACTIVE, null);
        instances.views = Mono.just(new Answer.Answered<>(new InstanceViews(List.of(
                view("i-4", Phase.RELEASED, null),
                ready,
                view("i-3", Phase.FAILED, FailureReason.SOLD_OUT),
                view("i-5", Phase.FAILED, null),
                view("i-1", Phase.PROVISIONING, null)))));

        assertThat(lookUp("i-1", "i-2", "i-3", "i-4", "i-5", "unknown", DERIVED))
                .isEqualTo(new Reply.LookedUp(List.of(
                        new Standing.Preparing(),
                        new Standing.Ready(ready),
                        new Standing.Failed(FailureReason.SOLD_OUT),
                        new Standing.Unknown(),
                        new Standing.Failed(FailureReason.OTHER),
                        new Standing.Unknown(),
                        new Standing.Preparing())));
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void withoutTheServiceNobodyKnows() {
        instances.views = Mono.just(new Answer.NotSent<>("the breaker is open"));

        assertThat(lookUp("i-1")).isEqualTo(new Reply.Refused(Refusal.SERVICE_AWAY));
    }

    private void resolvesTo(InstanceResolution resolution) {
        instances.resolution = Mono.just(new Answer.Answered<>(resolution));
    }

    private static View view(String id, Phase phase, @org.jspecify.annotations.Nullable FailureReason failure) {
        return new View(id, phase, null, failure, null);
    }

    private Reply purchase() {
        return java.util.Objects.requireNonNull(
                commands.carryOut(new Command.Purchase(ORDER), circumstances()).block());
    }

    private Reply lookUp(String... ids) {
        return java.util.Objects.requireNonNull(commands.carryOut(new Command.LookUp(List.of(ids)), circumstances())
                .block());
    }

    private static Circumstances circumstances() {
        return new Circumstances(ADDRESS, Instant.EPOCH, Instant.EPOCH, "trace", Deadline.in(Duration.ofMinutes(1)));
    }
}
