package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;

/** Nothing that anybody sends to a production address hears anything but HTTP 200 and a signed answer. */
@Tag("promise:always-an-answer")
class FuzzTest {

    private static final List<ActivityCalls> ACTIVITIES = List.of(ActivityCalls.values());

    /** What a proper call has; in a fixed order, so that a seed means the same call in every run. */
    private static final Map<String, String> MEMBERS = new TreeMap<>(Map.of(
            "orderId", "\"CS-1\"",
            "orderLineId", "\"CS-1-000001\"",
            "instanceId", "\"i-1\"",
            "scene", "\"RENEWAL\"",
            "expireTime", "\"20261027155959\"",
            "status", "\"FREEZE\"",
            "productInfo", "{\"productId\":\"p\",\"skuCode\":\"s\",\"linearValue\":1}"));

    private static final List<String> ODD_NAMES =
            List.of("testFlag", "productId", "activity", "", "\\u0000", "\\ud800", "实", "x");

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "1",
            "-1",
            "1e999",
            "\"\"",
            "\"1\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "\"{\"",
            "\"[{}]\"",
            "[[[[1]]]]",
            "\"实\"");

    /** What only nearly makes it JSON. */
    private static final List<String> SLIPS =
            List.of("", "", "", "", "", "", "", ",", "}", "{", ":", "\"", "\\", "\n", "[]");

    /** Everything that a call which was understood, or was not, may hear while nothing is out of order. */
    private static final List<String> CODES = List.of("000000", "000002", "000003", "000004");

    @BeforeProperty
    void fromTheBeginning() {
        GatewayTest.CLOCK.set(GatewayTest.VECTOR_A);
        GatewayTest.PROVISIONING.reset();
    }

    @AfterProperty
    void nothingBroke() {
        assertThat(GatewayTest.GATEWAY.journaled())
                .extracting(CallbackAnswered::verdict)
                .doesNotContain("broken");
    }

    @Property(tries = 1_000)
    void signedBytesOfAnyKind(@ForAll byte[] body) {
        var reply = GatewayTest.send(Call.of(GatewayTest.CLOCK, "").withBody(body));

        assertThat(reply.isProper().code()).isEqualTo("000002");
    }

    @Property(tries = 1_000)
    void unsignedBytesOfAnyKind(@ForAll byte[] body) {
        var reply =
                GatewayTest.send(Call.of(GatewayTest.CLOCK, "").withBody(body).withKey("a-key-that-nobody-has"));

        assertThat(reply.isProper().code()).isEqualTo("000001");
    }

    @Property(tries = 1_000)
    void signedJsonOrNearlySo(@ForAll long seed) {
        var call = Call.of(GatewayTest.CLOCK, nearlyJson(random(seed)));

        var code = GatewayTest.send(call).isProper().code();

        assertThat(code).isIn(CODES);
        Statistics.label("codes").collect(code);
        Statistics.label("codes")
                .coverage(coverage ->
                        CODES.forEach(expected -> coverage.check(expected).count(count -> count > 0)));
    }

    @Property(tries = 2_000)
    void aValidBodyWithAFewBytesChangedAndSignedAgain(@ForAll long seed) {
        var random = random(seed);
        var call = proper(random);

        var reply = GatewayTest.send(call.withBody(mutated(call.body(), random, 256)));

        assertThat(reply.isProper().code()).isNotEqualTo("000001");
    }

    @Property(tries = 2_000)
    void aValidCallWithAnythingBehindThePathChanged(@ForAll long seed) {
        var random = random(seed);
        var call = proper(random);
        var query = "signature=%s&timestamp=%s&nonce=%s".formatted(call.signature(), call.timestamp(), call.nonce());
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + RunningGateway.PATH + "?").getBytes(ISO_8859_1));
        request.writeBytes(withoutBlanks(mutated(query.getBytes(ISO_8859_1), random, 256)));
        request.writeBytes(" HTTP/1.1\r\n".getBytes(ISO_8859_1));
        request.writeBytes(mutated(call.headers().getBytes(ISO_8859_1), random, 256));
        // Not changed: a longer one would be waited for.
        request.writeBytes(
                "\r\nContent-Length: %d\r\n\r\n".formatted(call.body().length).getBytes(ISO_8859_1));
        request.writeBytes(mutated(call.body(), random, 128));

        var reply = Connection.exchange(GatewayTest.GATEWAY.port(), request.toByteArray());

        reply.isProper();
    }

    /** A list of members, most of them as they should be. */
    private static String nearlyJson(RandomGenerator random) {
        var members = new ArrayList<String>();
        MEMBERS.forEach((name, value) -> {
            if (random.nextInt(8) > 0) {
                members.add(member(name, random.nextInt(8) > 0 ? value : pick(random, ODD_VALUES)));
            }
        });
        for (int odd = random.nextInt(3); odd > 0; odd--) {
            members.add(member(pick(random, ODD_NAMES), pick(random, ODD_VALUES)));
        }
        Collections.shuffle(members, random);
        members.addFirst(
                member("activity", "\"%s\"".formatted(activity(random.nextInt()).spelling())));
        return "{" + String.join(",", members) + pick(random, SLIPS) + "}";
    }

    private static String member(String name, String value) {
        return "\"%s\":%s".formatted(name, value);
    }

    private static String pick(RandomGenerator random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Of any activity, real or for debugging. */
    private static Call proper(RandomGenerator random) {
        var activity = activity(random.nextInt());
        return random.nextInt(4) == 0
                ? activity.rehearsing("i-1", GatewayTest.CLOCK)
                : activity.about("i-1", GatewayTest.CLOCK);
    }

    private static ActivityCalls activity(int number) {
        return ACTIVITIES.get(Math.floorMod(number, ACTIVITIES.size()));
    }

    /** Up to four bytes replaced, removed or doubled. */
    private static byte[] mutated(byte[] bytes, RandomGenerator random, int alphabet) {
        var text = new StringBuilder(new String(bytes, ISO_8859_1));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(alphabet));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, text.charAt(at));
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Blanks and line ends would end the target. */
    private static byte[] withoutBlanks(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replaceAll("[\\s\\p{Cntrl}]", "|").getBytes(ISO_8859_1);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
