package io.koobridge.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.ChangeCheck.Question;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.provisioning.ledger.InstanceShape;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.Work;
import io.koobridge.testkit.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

class ChangeRoutesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ChangeCheck UNKNOWN = ChangeCheck.refused(Reason.UNKNOWN_INSTANCE);

    private final InMemoryLedgerStore<Instance> store = new InMemoryLedgerStore<>();
    private final List<Proposal> asked = new CopyOnWriteArrayList<>();
    private volatile Provisioner.Verdict verdict = new Provisioner.Verdict.Possible();
    private final WebTestClient gateway = WebTestClient.bindToRouterFunction(new ChangeRoutes(
                            new Ledger<>(store, new InstanceShape(), MutableClock.at(NOW), () -> "t"),
                            ChangeRoutesTest::otherName,
                            new Product())
                    .internal()
                    .routes())
            .build();

    private static Mono<String> otherName(String id) {
        return id.equals("another-name") ? Mono.just(Instances.ID) : Mono.empty();
    }

    private final class Product implements Provisioner {

        @Override
        public Answer apply(Wish wish) {
            throw new AssertionError("a check provisions nothing");
        }

        @Override
        public CompletableFuture<Provisioner.Verdict> check(Proposal proposal) {
            asked.add(proposal);
            return CompletableFuture.completedFuture(verdict);
        }
    }

    @Test
    void anInstanceIsFoundByItsOtherName() {
        holds(Instances.active());

        assertThat(check(InstanceKind.SAAS, "another-name")).isEqualTo(ChangeCheck.possible());
    }

    @Test
    void theProductIsAskedAndItsAnswerHandedOn() {
        holds(Instances.active());

        assertThat(check()).isEqualTo(ChangeCheck.possible());
        verdict = new Provisioner.Verdict.Impossible("4 seats are in use");
        assertThat(check()).isEqualTo(ChangeCheck.impossible("4 seats are in use"));
        verdict = new Provisioner.Verdict.Undecided("no answer");
        assertThat(check()).isEqualTo(ChangeCheck.undecided());

        assertThat(asked).hasSize(3).first().satisfies(proposal -> {
            assertThat(proposal.now()).isEqualTo(Wish.of(Instances.active()));
            assertThat(proposal.target()).isEqualTo(new Proposal.Target("OFFI2", "sku-2", 3L));
        });
    }

    @Test
    void theLedgerStaysAsItIs() {
        holds(Instances.frozen());
        var before = store.find(Instances.ID).block();

        check();

        assertThat(store.find(Instances.ID).block()).isEqualTo(before);
    }

    @Test
    void whatCannotBeChangedAnyMoreIsRefusedForItsReason() {
        assertThat(check()).isEqualTo(UNKNOWN);
        holds(Instances.released());
        assertThat(check()).isEqualTo(ChangeCheck.refused(Reason.RELEASED));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatFailedForGoodIsRefusedForItsReason() {
        holds(Instances.failed());

        assertThat(check()).isEqualTo(ChangeCheck.refused(Reason.PROVISIONING_FAILED));
    }

    @Test
    void anInstanceOfTheOtherKindIsUnknown() {
        holds(Instances.active());

        assertThat(check(InstanceKind.LICENSE)).isEqualTo(UNKNOWN);
    }

    @Test
    void aLicenceCannotBeChanged() {
        holds(Instances.orderedLicense());

        assertThat(check(InstanceKind.LICENSE))
                .isEqualTo(ChangeCheck.impossible("A licence cannot be changed into another product."));
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyAsksTheProductAboutAnOrderThatIsNotKnown() {
        holds(Instances.ordered());

        assertThat(check()).isEqualTo(ChangeCheck.undecided());
        assertThat(asked).isEmpty();
    }

    @Test
    void aProvisionerThatKnowsNoLimitsTakesEveryChange() {
        Provisioner template = _ -> new Provisioner.Answer.Ready(null);
        var proposal = new Proposal(Wish.of(Instances.active()), new Proposal.Target("OFFI2", null, null));

        assertThat(template.check(proposal)).isCompletedWithValue(new Provisioner.Verdict.Possible());
    }

    private void holds(Instance instance) {
        store.insert(instance.id(), instance, new Work("t0", 0, NOW, NOW, NOW)).block();
    }

    private ChangeCheck check() {
        return check(InstanceKind.SAAS);
    }

    private ChangeCheck check(InstanceKind kind) {
        return check(kind, Instances.ID);
    }

    private ChangeCheck check(InstanceKind kind, String id) {
        return Objects.requireNonNull(gateway.post()
                .uri("/internal/instances:check")
                .bodyValue(new Question(kind, id, "OFFI2", "sku-2", 3L))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ChangeCheck.class)
                .returnResult()
                .getResponseBody());
    }
}
