package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;

/** Nothing that anybody sends to a production address hears anything but HTTP 200 and a signed answer. */
class FuzzTest {

    private static final List<ActivityCalls> ACTIVITIES = List.of(ActivityCalls.values());

    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "1",
            "-1",
            "1e999",
            "\\u0000",
            "\\ud800",
            "\"activity\"",
            "\"newInstance\"",
            "\"queryInstance\"",
            "\"orderId\"",
            "\"orderLineId\"",
            "\"instanceId\"",
            "\"scene\"",
            "\"RENEWAL\"",
            "\"expireTime\"",
            "\"20261027155959\"",
            "\"status\"",
            "\"FREEZE\"",
            "\"productInfo\"",
            "\"{\"",
            "\"[{}]\"",
            "\"testFlag\"",
            "\"\"",
            " ",
            "\n",
            "实");

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
    void signedJsonOrNearlySo(@ForAll @Size(min = 1, max = 40) List<Integer> choice) {
        var activity = activity(choice.size());
        var body = new StringBuilder("{\"activity\":\"%s\"".formatted(activity.spelling()));
        choice.forEach(number -> body.append(PIECES.get(Math.floorMod(number, PIECES.size()))));

        GatewayTest.send(Call.of(GatewayTest.CLOCK, body.append('}').toString()))
                .isProper();
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
