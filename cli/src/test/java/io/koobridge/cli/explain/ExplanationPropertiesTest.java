package io.koobridge.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v2.CanonicalForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Each known mistake is explained as itself and nothing else, and nobody is blamed who signs rightly. */
class ExplanationPropertiesTest {

    @Tag("promise:explanations-are-right")
    @Property(tries = 1_500)
    void eachMistakeIsExplainedAsExactlyThatMistake(
            @ForAll("mistakes") Mistake mistake, @ForAll("calls") Mistaken call) {
        var diagnosis = explain(call, call.with(mistake));

        assertThat(diagnosis.finding())
                .isInstanceOfSatisfying(Finding.Explained.class, explained -> assertThat(explained.mistakes())
                        .containsExactly(mistake));
        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.conclusion()).contains(mistake.what());
        assertThat(diagnosis.advice()).contains(mistake.advice());
    }

    @Tag("promise:explanations-are-right")
    @Property(tries = 300)
    void aCallThatIsSignedRightlyIsRight(@ForAll("calls") Mistaken call) {
        var diagnosis = explain(call, call.right());

        assertThat(diagnosis.right()).isTrue();
        assertThat(diagnosis.finding())
                .isEqualTo(new Finding.Verified(keys(call).getFirst(), CanonicalForm.RAW));
        assertThat(diagnosis.advice()).isEmpty();
    }

    @Tag("promise:explanations-are-right")
    @Property(tries = 200)
    void aStrangersSignatureIsBlamedOnNothingKnown(@ForAll("calls") Mistaken call, @ForAll("calls") Mistaken stranger) {
        var theirs =
                new Mistaken(call.members(), stranger.secret() + "x", call.nonce(), call.timestamp(), true).right();

        assertThat(explain(call, theirs).finding()).isEqualTo(new Finding.Unexplained());
    }

    @Tag("promise:secrets-are-never-shown")
    @Property(tries = 300)
    void noSecretIsEverShown(@ForAll("mistakes") Mistake mistake, @ForAll("calls") Mistaken call) {
        assertThat(explain(call, call.with(mistake)).toString()).doesNotContain(call.secret(), Mistaken.KIT_SECRET);
    }

    @Property(tries = 500)
    void anyQueryAndAnyBytesHaveAnExplanation(@ForAll String query, @ForAll byte[] body) {
        var key = new GivenKey("base", "an-invented-key", true);

        var diagnosis = Explanation.of(Mistaken.call(query, body), List.of(key), Received.at(Instant.EPOCH));

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).hasSize(7);
        assertThat(diagnosis.conclusion()).isNotBlank();
    }

    private static Diagnosis explain(Mistaken call, Call captured) {
        return Explanation.of(
                captured, keys(call), Received.at(Instant.ofEpochMilli(Long.parseLong(call.timestamp()))));
    }

    private static List<GivenKey> keys(Mistaken call) {
        return List.of(new GivenKey("base", call.secret(), true), new GivenKey("kit", Mistaken.KIT_SECRET, false));
    }

    /** One of them is a mistake in the kit alone. */
    @Provide
    Arbitrary<Mistake> mistakes() {
        return Arbitraries.of(Mistake.class).filter(mistake -> mistake != Mistake.BASE_FORMULA);
    }

    @Provide
    Arbitrary<Mistaken> calls() {
        var names = Arbitraries.strings().withCharRange('c', 'm').ofMinLength(1).ofMaxLength(6);
        var values = Arbitraries.of(
                "\"x\"", "\"\"", "true", "12", "-0.50", "1E+2", "\"a\\\"b\"", "\"\\u0007\"", "\"产品\"", "null");
        Arbitrary<Map<String, String>> members =
                Arbitraries.maps(names, values).ofMaxSize(4).withoutEdgeCases();
        // Hexadecimal, so that it can be mistaken for what has to be decoded.
        var secrets =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(40).withoutEdgeCases();
        var nonces = Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(8)
                .ofMaxLength(64)
                .withoutEdgeCases();
        // Not on a whole second, whose milliseconds nobody could tell from seconds.
        var times = Arbitraries.longs()
                .between(1_700_000_000_000L, 1_900_000_000_000L)
                .filter(time -> time % 1_000 != 0)
                .map(Object::toString);
        return Combinators.combine(members, secrets, nonces, times, Arbitraries.of(true, false))
                .as(Mistaken::new);
    }
}
