package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
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
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Changes of what exists, and the question whether one is possible. */
class ChangesTest {

    private static final KeyRing KEYS = KeyRing.of(new AccessKey("base-1", "a-secret-made-up", null));
    private static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/saas",
            AddressKind.SAAS,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(KEYS, KEYS, Optional.empty()),
            UsualTerms.USUAL);
    private static final String OURS = InstanceIds.derive("seller", InstanceKind.SAAS, new OrderKey("CS", "L", null));

    private final List<Event<InstanceFact>> facts = new ArrayList<>();
    private final FakeInstances instances = new FakeInstances();
    private Mono<Publication> publication = Mono.just(new Publication.Stored());
    private final Commands commands = new Commands(
            new InstanceNames(new SellerId("seller")),
            Publishing.instances(fact -> {
                facts.add(fact);
                return publication;
            }),
            new Commands.Services(instances, Licenses.none(), Tenants.none()));

    @Test
    void aChangeIsAskedAboutAndThenStored() {
        assertThat(freeze("i-1")).isEqualTo(new Reply.Noted(false));
        assertThat(instances.given).containsExactly(Duration.ofMillis(300));
        assertThat(facts)
                .containsExactly(new Event<>(
                        "fact-1",
                        "i-1",
                        "/koogallery/saas",
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(1),
                        "trace",
                        new InstanceFrozen()));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatIsRefusedIsNotStored(Reason reason) {
        admits(new Admission("refused", reason, null));

        assertThat(freeze("i-1")).isEqualTo(new Reply.Declined(reason));
        assertThat(facts).isEmpty();
    }

    @Test
    void anIdOfOurMakingIsNotUnknownButOnItsWay() {
        admits(new Admission("refused", Reason.UNKNOWN_INSTANCE, null));

        assertThat(freeze(OURS)).isEqualTo(new Reply.Noted(false));
        assertThat(facts).hasSize(1);
    }

    @Test
    void anIdOfOurMakingThatWasReleasedIsReleased() {
        admits(new Admission("refused", Reason.RELEASED, null));

        assertThat(freeze(OURS)).isEqualTo(new Reply.Declined(Reason.RELEASED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "unchanged", "of a later version"})
    void whatIsNotRefusedIsStored(String outcome) {
        admits(new Admission(outcome, null, "why"));

        assertThat(freeze("i-1")).isEqualTo(new Reply.Noted(false));
        assertThat(facts).hasSize(1);
    }

    @Test
    void whatIsOlderThanWhatIsKnownIsStoredAndSaysSo() {
        admits(Admission.of(new Outcome.Stale<>("older")));

        assertThat(freeze("i-1")).isEqualTo(new Reply.Noted(true));
        assertThat(facts).hasSize(1);
    }

    @Tag("promise:calls-outlive-services")
    @Test
    void whoeverDoesNotAnswerDoesNotRefuse() {
        instances.admission = Mono.just(new Answer.NotSent<>("the breaker is open"));
        assertThat(freeze("i-1")).isEqualTo(new Reply.Noted(false));

        instances.admission = Mono.just(new Answer.Uncertain<>("too late"));
        assertThat(freeze("i-1")).isEqualTo(new Reply.Noted(false));
        assertThat(facts).hasSize(2);
    }

    @Tag("promise:stored-before-answered")
    @Test
    void whatIsNotStoredIsNotPromised() {
        publication = Mono.just(new Publication.NotStored("no broker"));

        assertThat(freeze("i-1")).isEqualTo(new Reply.Refused(Refusal.NOT_STORED));
    }

    @Test
    void theProductsVerdictIsTheReply() {
        assertThat(check(ChangeCheck.possible())).isEqualTo(new Reply.Possible());
        assertThat(check(ChangeCheck.impossible("too small"))).isEqualTo(new Reply.Impossible("too small"));
        assertThat(check(ChangeCheck.refused(Reason.UNKNOWN_INSTANCE)))
                .isEqualTo(new Reply.Declined(Reason.UNKNOWN_INSTANCE));
        assertThat(check(ChangeCheck.undecided())).isEqualTo(new Reply.Refused(Refusal.UNDECIDED));
        assertThat(instances.given).hasSize(4).containsOnly(Duration.ofMillis(2_300));
        assertThat(facts).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aCheckIsDeclinedForItsReason(Reason reason) {
        assertThat(check(ChangeCheck.refused(reason))).isEqualTo(new Reply.Declined(reason));
    }

    @Test
    void aCheckOfAnIdOfOurMakingThatNobodyKnowsYetIsUndecided() {
        assertThat(check(OURS, ChangeCheck.refused(Reason.UNKNOWN_INSTANCE)))
                .isEqualTo(new Reply.Refused(Refusal.UNDECIDED));
        assertThat(check(OURS, ChangeCheck.refused(Reason.RELEASED))).isEqualTo(new Reply.Declined(Reason.RELEASED));
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void withoutTheServiceNobodyKnowsWhetherAChangeIsPossible() {
        instances.verdict = Mono.just(new Answer.Uncertain<>("too late"));

        assertThat(check("i-1")).isEqualTo(new Reply.Refused(Refusal.SERVICE_AWAY));
    }

    private void admits(Admission admission) {
        instances.admission = Mono.just(new Answer.Answered<>(admission));
    }

    private Reply freeze(String instanceId) {
        return carryOut(new Command.Change(instanceId, "fact-1", new InstanceFrozen()));
    }

    private Reply check(ChangeCheck verdict) {
        return check("i-1", verdict);
    }

    private Reply check(String instanceId, ChangeCheck verdict) {
        instances.verdict = Mono.just(new Answer.Answered<>(verdict));
        return check(instanceId);
    }

    private Reply check(String instanceId) {
        return carryOut(new Command.Check(instanceId, "OFFI1", null, 50L));
    }

    private Reply carryOut(Command command) {
        var circumstances = new Circumstances(
                ADDRESS, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "trace", Deadline.in(Duration.ofMinutes(1)));
        return Objects.requireNonNull(commands.carryOut(command, circumstances).block());
    }
}
