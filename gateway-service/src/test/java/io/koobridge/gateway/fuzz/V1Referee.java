package io.koobridge.gateway.fuzz;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.fuzz.V1Reading.Said;
import io.koobridge.gateway.fuzz.V1Verifier.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what came of a V1 call with what had to. Every complaint is a sentence. */
final class V1Referee {

    private final Sent wire;
    private final Tape tape;
    private final Answered answer;
    private final List<String> complaints = new ArrayList<>();

    private V1Referee(Sent wire, Tape tape, Answered answer) {
        this.wire = wire;
        this.tape = tape;
        this.answer = answer;
    }

    /**
     * What is wrong, and what was expected.
     *
     * @param verdict absent for a call that V2 answers
     */
    record Judgement(List<String> complaints, @Nullable Verdict verdict, Meaning meaning) {}

    static Judgement judge(Sent wire, Tape tape, Answered answer) {
        var referee = new V1Referee(wire, tape, answer);
        if (!isV1(wire)) {
            referee.judgeStranger();
            return new Judgement(referee.complaints, null, new Meaning.Nonsense());
        }
        var verdict = V1Verifier.verify(wire);
        var said = verdict instanceof Verdict.Genuine genuine
                ? V1Reading.of(wire.place(), genuine)
                : new Said(new Meaning.Nonsense(), null);
        referee.judge(verdict, said);
        return new Judgement(referee.complaints, verdict, said.meaning());
    }

    /** A POST only where that was agreed on, and not what carries V2's signature (saas-v1 §8.3). */
    private static boolean isV1(Sent wire) {
        return wire.method().equals("GET")
                || (wire.method().equals("POST")
                        && wire.place().terms().post()
                        && Verifier.values(wire.query(), "signature").isEmpty());
    }

    /** Whatever else it is, it is no call of V2's either. */
    private void judgeStranger() {
        var verdict = Verifier.verify(wire);
        var code = verdict instanceof Verifier.Verdict.Wrong(var wrong) ? wrong : "none at all";
        complaints.addAll(answer.flaws(Answered.V2, new Meaning.Nonsense(), Expectation.plain(code)));
        expect(
                "Body-Sign",
                Signing.bodySign(wire.place().keys().getFirst().secret(), answer.body()),
                answer.bodySign());
        expectNothingDone();
    }

    private void judge(Verdict verdict, Said said) {
        var expected =
                switch (verdict) {
                    case Verdict.Wrong(var code) -> new V1Expectation(Expectation.plain(code), null);
                    case Verdict.Genuine _ -> V1Expectation.of(said.meaning(), tape.mood(), wire.place());
                };
        complaints.addAll(
                answer.flaws(isOfLicenses() ? Answered.LICENSE_V1 : Answered.V1, said.meaning(), expected.plain()));
        var signer = verdict instanceof Verdict.Genuine genuine
                ? genuine.key()
                : wire.place().v1Keys().getFirst();
        expect("Body-Sign", Signing.bodySign(signer.secret(), answer.body()), answer.bodySign());
        complaints.addAll(new V1Access(wire.place(), signer.secret()).flaws(answer, expected, said.meaning(), tape));
        if (isOfLicenses() && verdict instanceof Verdict.Genuine) {
            expectLicense(said.meaning(), expected.plain());
        }
        switch (verdict) {
            case Verdict.Wrong _ -> expectNothingDone();
            case Verdict.Genuine genuine -> judgeDeeds(genuine, said, expected.plain());
        }
    }

    private boolean isOfLicenses() {
        return wire.place() == Place.LICENSES;
    }

    private void expectLicense(Meaning meaning, Expectation expected) {
        boolean asked = meaning instanceof Meaning.Purchase
                || (meaning instanceof Meaning.Rehearsal rehearsal
                        && rehearsal.activity().equals("getLicense"));
        boolean any = asked && expected.code().equals("000000");
        var heard = TreeReader.read(answer.text())
                .flatMap(tree -> tree instanceof Tree.Obj object ? object.member("license") : Optional.empty());
        expect("whether there is a licence", any, heard.isPresent());
        if (meaning instanceof Meaning.Purchase && any) {
            var made = LicenseWorld.purchased(tape.mood().viewSeed()).license();
            expect("licence", Optional.of(new Tree.Text(Objects.requireNonNull(made))), heard);
        }
    }

    private void judgeDeeds(Verdict.Genuine call, Said said, Expectation expected) {
        switch (said.meaning()) {
            case Meaning.Nonsense _,
                    Meaning.Rehearsal _,
                    Meaning.Check _,
                    Meaning.Application _,
                    Meaning.CodeChange _ -> expectNothingDone();
            case Meaning.Purchase purchase -> {
                expect("number of published facts", 1, tape.published().size());
                for (var event : tape.published()) {
                    var kind = wire.place().address().sold();
                    var id = V1Reading.derived(wire.place(), purchase);
                    expectEvent(call, FactIds.ofPurchase(kind, purchase.order()), id, event);
                    expectTold(id, said.told(), (InstanceFact) event.data());
                    expect(
                            "fact",
                            isOfLicenses()
                                    ? new InstancePurchased(
                                            kind, purchase.order(), null, null, LicenseDelivery.WITH_PURCHASE)
                                    : new InstancePurchased(kind, purchase.order(), null, AccessForm.ENCRYPTED),
                            withoutTold((InstanceFact) event.data()));
                }
                // What is not stored may end before any of them.
                var questions = isOfLicenses()
                        ? questionsOfLicence(purchase.order(), V1Reading.derived(wire.place(), purchase))
                        : questions(purchase.order());
                var asked = tape.asked().size();
                boolean mayEndBefore = tape.mood().store() == Mood.Store.NOT_STORED && asked <= questions.size();
                expect("questions", questions.subList(0, mayEndBefore ? asked : questions.size()), tape.asked());
            }
            case Meaning.Change change -> {
                var factId = change.factId() == null
                        ? FactIds.ofToken(
                                isOfLicenses() ? "license-v1" : "saas-v1",
                                call.key().id(),
                                call.token())
                        : change.factId();
                expect("number of questions", 1, tape.asked().size());
                expect(
                        "number of published facts",
                        expected.published() ? 1 : 0,
                        tape.published().size());
                var events = new ArrayList<Event<?>>(tape.published());
                tape.asked().forEach(asked -> events.add((Event<?>) asked));
                for (var event : events) {
                    expectEvent(call, factId, change.instanceId(), event);
                    expectTold(change.instanceId(), said.told(), (InstanceFact) event.data());
                    expect("fact", change.fact(), withoutTold((InstanceFact) event.data()));
                }
            }
            case Meaning.Query(var ids) -> {
                var possible = ids.stream().filter(id -> id.length() <= 64).toList();
                expect(
                        "questions",
                        possible.isEmpty()
                                ? List.of()
                                : List.of(new InstanceViews.Question(InstanceKind.SAAS, possible)),
                        tape.asked());
                expect("published", List.of(), tape.published());
            }
        }
    }

    /** Nobody waits for what is settled, nor when the first question hangs until the call is over. */
    private List<Object> questions(OrderKey order) {
        var glance = new InstanceResolution.Question(InstanceKind.SAAS, order);
        boolean ends =
                switch (tape.mood().reach()) {
                    case ANSWERS -> Views.isSettled(Views.ordered(tape.mood().viewSeed()));
                    case HANGS -> true;
                    case AWAY, UNCERTAIN, TOO_SLOW -> false;
                };
        return ends ? List.of(glance) : List.of(glance, new OrderedInstance.Wait(InstanceKind.SAAS, order, 1_000));
    }

    /** Who has the order, then whether its licence is made. */
    private List<Object> questionsOfLicence(OrderKey order, String derived) {
        var owner = new InstanceResolution.Question(InstanceKind.LICENSE, order);
        return tape.mood().reach() == Mood.Reach.HANGS
                ? List.of(owner)
                : List.of(owner, new PurchasedLicense.Wait(V1Expectation.owner(derived, tape.mood()), 1_000));
    }

    private void expectEvent(Verdict.Genuine call, String factId, String subject, Event<?> event) {
        expect("id of the fact", factId, event.id());
        expect("subject of the fact", subject, event.subject());
        expect("time of the fact", V1Reading.signedAt(call), event.asOf());
        expect("source of the fact", wire.place().address().path(), event.source());
    }

    private void expectTold(String instanceId, @Nullable Told told, InstanceFact fact) {
        var bought = bought(fact);
        expect("what was told", told, bought == null ? null : Told.of(bought, instanceId));
    }

    private static @Nullable OrderDetails bought(InstanceFact fact) {
        return switch (fact) {
            case InstancePurchased purchased -> purchased.bought();
            case TermChanged changed -> changed.bought();
            case UpgradeOrdered ordered -> ordered.bought();
            default -> null;
        };
    }

    private static InstanceFact withoutTold(InstanceFact fact) {
        return switch (fact) {
            case InstancePurchased bought ->
                new InstancePurchased(bought.kind(), bought.order(), null, bought.access(), bought.delivery());
            case TermChanged changed ->
                new TermChanged(
                        changed.change(), changed.order(), changed.productId(), changed.expiresAt(), changed.thaws());
            case UpgradeOrdered ordered -> new UpgradeOrdered(ordered.order());
            default -> fact;
        };
    }

    private void expectNothingDone() {
        expect("published", List.of(), tape.published());
        expect("questions", List.of(), tape.asked());
    }

    private void expect(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            complaints.add("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }
}
