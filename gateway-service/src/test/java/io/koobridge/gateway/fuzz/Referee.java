package io.koobridge.gateway.fuzz;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.gateway.fuzz.Verifier.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what came of a call with what had to. Every complaint is a sentence. */
final class Referee {

    private final Wire wire;
    private final Tape tape;
    private final Answered answer;
    private final List<String> complaints = new ArrayList<>();

    private Referee(Wire wire, Tape tape, Answered answer) {
        this.wire = wire;
        this.tape = tape;
        this.answer = answer;
    }

    /** What is wrong, and what was expected. */
    record Judgement(List<String> complaints, Verdict verdict, Meaning meaning, Expectation expected) {}

    static Judgement judge(Wire wire, Tape tape, Answered answer) {
        var verdict = Verifier.verify(wire);
        var meaning =
                verdict instanceof Verdict.Genuine ? Reading.of(wire.place(), wire.body()) : new Meaning.Nonsense();
        var expected = verdict instanceof Verdict.Wrong(var code)
                ? Expectation.plain(code)
                : Expectation.of(
                        meaning, tape.mood(), wire.place(), wire.place() == Place.CHINA || wire.place() == Place.WORLD);
        var referee = new Referee(wire, tape, answer);
        referee.judge(verdict, meaning, expected);
        return new Judgement(referee.complaints, verdict, meaning, expected);
    }

    private void judge(Verdict verdict, Meaning meaning, Expectation expected) {
        complaints.addAll(answer.flaws(Answered.V2, meaning, expected));
        var signer = verdict instanceof Verdict.Genuine genuine
                ? genuine.key()
                : wire.place().keys().getFirst();
        expect("Body-Sign", Signing.bodySign(signer.secret(), answer.body()), answer.bodySign());
        switch (verdict) {
            case Verdict.Wrong _ -> expectNothingDone();
            case Verdict.Genuine genuine -> judgeDeeds(genuine, meaning, expected);
        }
    }

    private void judgeDeeds(Verdict.Genuine call, Meaning meaning, Expectation expected) {
        switch (meaning) {
            case Meaning.Nonsense _, Meaning.Rehearsal _ -> expectNothingDone();
            case Meaning.Purchase purchase -> {
                var kind = wire.place().address().sold();
                var delivery = kind == InstanceKind.LICENSE ? LicenseDelivery.ON_APPLICATION : null;
                var fact = new InstancePurchased(kind, purchase.order(), null, null, delivery);
                expectPublished(
                        call,
                        FactIds.ofPurchase(kind, purchase.order()),
                        Expectation.derived(purchase, wire.place()),
                        fact);
                // Where the broker refuses at once nobody needs to be asked any more.
                if (tape.mood().store() != Mood.Store.NOT_STORED
                        || !tape.asked().isEmpty()) {
                    expect("questions", List.of(new InstanceResolution.Question(kind, purchase.order())), tape.asked());
                }
            }
            case Meaning.Change change ->
                expectChange(call, change.factId(), change.instanceId(), change.fact(), expected);
            case Meaning.CodeChange change ->
                expectChange(call, change.factId(), change.code(), change.fact(), expected);
            case Meaning.Application(var applied) -> {
                expect("questions", List.of(new LicenseReservation.Question(applied, call.signedAt())), tape.asked());
                if (expected.published()) {
                    var id = LicenseIds.ofApplication(applied.instanceId(), applied.eventId(), applied.fingerprint());
                    expectPublished(call, callId(call), id, applied);
                } else {
                    expect("published", List.of(), tape.published());
                }
            }
            case Meaning.Query(var ids) -> {
                var possible = ids.stream().filter(id -> id.length() <= 64).toList();
                expect(
                        "questions",
                        possible.isEmpty()
                                ? List.of()
                                : List.of(new InstanceViews.Question(
                                        wire.place().address().sold(), possible)),
                        tape.asked());
                expect("published", List.of(), tape.published());
            }
            case Meaning.Check(var id, var productId, var skuCode, var quantity) -> {
                expect(
                        "questions",
                        List.of(new ChangeCheck.Question(InstanceKind.SAAS, id, productId, skuCode, quantity)),
                        tape.asked());
                expect("published", List.of(), tape.published());
            }
        }
    }

    private void expectChange(
            Verdict.Genuine call, @Nullable String known, String subject, Object fact, Expectation expected) {
        var factId = known == null ? callId(call) : known;
        expect("number of questions", 1, tape.asked().size());
        tape.asked().forEach(asked -> expectFact(call, factId, subject, fact, (Event<?>) asked));
        if (expected.published()) {
            expectPublished(call, factId, subject, fact);
        } else {
            expect("published", List.of(), tape.published());
        }
    }

    private void expectPublished(Verdict.Genuine call, String factId, String subject, Object fact) {
        expect("number of published facts", 1, tape.published().size());
        tape.published().forEach(event -> expectFact(call, factId, subject, fact, event));
    }

    private void expectFact(Verdict.Genuine call, String factId, String subject, Object fact, Event<?> event) {
        expect("fact", fact, event.data());
        expect("id of the fact", factId, event.id());
        expect("subject of the fact", subject, event.subject());
        expect("time of the fact", call.signedAt(), event.asOf());
        expect("source of the fact", wire.place().address().path(), event.source());
    }

    private String callId(Verdict.Genuine call) {
        var dialect =
                switch (wire.place()) {
                    case CHINA, EUROPE, WORLD -> "saas-v2";
                    case LICENSES -> "license";
                    case CODES -> "license-code";
                };
        return FactIds.ofCall(dialect, call.key().id(), call.nonce(), call.timestamp());
    }

    private void expectNothingDone() {
        expect("published", List.of(), tape.published());
        expect("questions", List.of(), tape.asked());
    }

    private void expect(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            complaints.add("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }
}
