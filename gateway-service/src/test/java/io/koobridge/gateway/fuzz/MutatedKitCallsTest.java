package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.response.BodySign;
import io.koobridge.events.Event;
import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.call.Ending;
import io.koobridge.gateway.command.FakeTenants;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.kit.KitDesk;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Calls of the joint-operations kit with something wrong or odd about them, half of them signed after that, through the gateway's real conversation. */
class MutatedKitCallsTest {

    private static final int CALLS = Settings.CALLS / 5;
    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final int MOST_METERS = 200;
    private static final int LONGEST_RECORD = 520 * 1024;
    private static final EventCodec<TenantFact> CODEC = new EventCodec<>(EventFamily.TENANT_FACTS);
    private static final List<Mutation> OF_BYTES = List.of(
            Mutation.OTHER_SPELLING,
            Mutation.BIT_FLIPPED,
            Mutation.CUT,
            Mutation.PIECE_DOUBLED,
            Mutation.SPLICED,
            Mutation.BYTES_REPLACED,
            Mutation.BAD_UTF8,
            Mutation.OTHER_ENCODING,
            Mutation.SOMETHING_BEHIND,
            Mutation.EMPTIED,
            Mutation.WHOLE_DOUBLED);

    private final KitDesk desk = new KitDesk();
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> facts = new TreeSet<>();

    /**
     * One call.
     *
     * @param sent the body that comes
     * @param signed the one that was signed
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Trial(KitEdition edition, KitInterface called, byte[] sent, byte[] signed) {

        boolean signedAfter() {
            return sent == signed;
        }

        @Override
        public String toString() {
            return "%s %s%n%s%nsigned: %s"
                    .formatted(edition, called, new String(sent, UTF_8), new String(signed, UTF_8));
        }
    }

    @Tag("promise:always-an-answer")
    @Test
    void everyCallIsAnsweredAndOnlyWhatWasSignedAndUnderstoodIsStored() {
        try (var log = LogWatch.begun()) {
            for (int number = 0; number < CALLS; number++) {
                var random = Plan.random(Settings.SEED + number);
                var trial = trial(random);
                desk.facts.clear();
                mood(random);
                long began = System.nanoTime();
                var ending = desk.take(trial.edition(), trial.called(), headers(trial, number), trial.sent());
                var took = Duration.ofNanos(System.nanoTime() - began);

                assertThatCode(() -> {
                            assertThat(took).isLessThan(PROMISE);
                            judge(trial, ending);
                        })
                        .as("call %d of seed %d: %s", number, Settings.SEED, trial)
                        .doesNotThrowAnyException();
            }
            assertThat(log.complaints()).isEmpty();
        }
        assertThat(desk.meters.getMeters()).hasSizeLessThan(MOST_METERS);
        if (Settings.isEnough()) {
            assertThat(codes).contains("000000", "000001", "000002", "000005", "000101");
            assertThat(facts).hasSize(EventFamily.TENANT_FACTS.types().size());
        }
    }

    private Trial trial(RandomGenerator random) {
        var corpus = new KitCorpus(random);
        var called = corpus.called();
        var proper = corpus.body(called);
        var sent = proper;
        var mutations = new ByteMutations(random);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            sent = mutations.apply(OF_BYTES.get(random.nextInt(OF_BYTES.size())), sent);
        }
        var edition = random.nextBoolean() ? KitEdition.V1 : KitEdition.V2;
        return new Trial(edition, called, sent, random.nextBoolean() ? sent : proper);
    }

    private void mood(RandomGenerator random) {
        desk.broker = random.nextInt(8) == 0
                ? _ -> Mono.just(new Publication.NotStored("the broker is away"))
                : _ -> Mono.just(new Publication.Stored());
        desk.tenants.opening = Mono.just(
                switch (random.nextInt(4)) {
                    case 0 -> new Answer.Answered<>(new SecretOpening(null));
                    case 1 -> new Answer.NotSent<SecretOpening>("nobody is there");
                    default -> new Answer.Answered<>(new SecretOpening(FakeTenants.SEALED));
                });
    }

    private static Map<String, String> headers(Trial trial, int number) {
        return switch (trial.edition()) {
            case V2 -> KitDesk.signed("n-" + number, KitDesk.NOW, trial.signed());
            case V1 ->
                Map.of(
                        AuthToken.NAME,
                        members(trial.signed())
                                .filter(members -> members.containsKey(AuthToken.TIME_STAMP)
                                        && !members.containsKey(AuthToken.NAME))
                                .map(_ -> KitDesk.token(KitDesk.KIT, new String(trial.signed(), UTF_8)))
                                .orElse("bm8gdG9rZW4="));
        };
    }

    private void judge(Trial trial, Ending ending) {
        var answer = ending.answer();
        var code = answer.resultCode();
        codes.add(code);
        assertThat(ending.verdict()).isNotEqualTo("broken");
        assertThat(new String(answer.json(), UTF_8)).matches("[ -~]+");
        assertThat(Json.mapper().readTree(answer.json()).path("resultCode").asString())
                .isEqualTo(code);
        assertThat(answer.signed()).isEqualTo(trial.edition() == KitEdition.V1);
        assertThat(BodySign.value(ending.signer(), answer.json())).isNotBlank();
        if (code.equals("000101")) {
            assertThat(trial.edition()).isEqualTo(KitEdition.V2);
            assertThat(trial.called()).isEqualTo(KitInterface.APPLICATION_SYNC);
        }
        if (code.equals("000000")) {
            assertThat(trial.signedAfter() || saysTheSame(trial))
                    .as("it was signed")
                    .isTrue();
            assertThat(desk.facts).isNotEmpty();
        } else if (!code.equals("000005")) {
            assertThat(desk.facts).isEmpty();
        }
        desk.facts.forEach(this::judge);
    }

    private void judge(Event<TenantFact> fact) {
        facts.add(fact.data().getClass().getSimpleName());
        assertThat(fact.subject()).isNotBlank().hasSizeLessThanOrEqualTo(64);
        var wire = CODEC.encode(fact);
        assertThat(wire.data().length).isLessThan(LONGEST_RECORD);
        assertThat(new String(wire.data(), UTF_8)).doesNotContain("\"139\"", "a@b.c");
        assertThat(CODEC.decode(wire.headers(), wire.data())).isEqualTo(new Decoded.Intact<>(fact));
    }

    /** By a reading of its own: members as texts, blank ones and null left out. */
    private static boolean saysTheSame(Trial trial) {
        var sent = members(trial.sent());
        return sent.isPresent() && sent.equals(members(trial.signed()));
    }

    private static Optional<Map<String, String>> members(byte[] body) {
        return CallJson.readLastWins(body).map(object -> {
            var members = new TreeMap<String, String>();
            for (var member : object.properties()) {
                var text = text(member.getValue());
                if (!text.isBlank()) {
                    members.put(member.getKey(), text);
                }
            }
            return members;
        });
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString("");
    }
}
