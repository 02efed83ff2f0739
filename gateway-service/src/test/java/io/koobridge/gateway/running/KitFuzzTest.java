package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.kit.KitBodiesOfTests;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Nothing that anybody sends to an interface of the joint-operations kit hears anything but HTTP 200 and an answer. */
@Tag("promise:always-an-answer")
class KitFuzzTest {

    private static final List<KitInterface> INTERFACES = List.of(KitInterface.values());

    @BeforeProperty
    void fromTheBeginning() {
        KitGatewayTest.CLOCK.set(KitGatewayTest.VECTORS);
        KitGatewayTest.TENANTS.reset();
    }

    @AfterProperty
    void nothingBroke() {
        assertThat(KitGatewayTest.GATEWAY.journaled())
                .extracting(CallbackAnswered::verdict)
                .doesNotContain("broken");
    }

    @Property(tries = 500)
    void signedBytesOfAnyKind(@ForAll byte[] body, @ForAll long seed) {
        var reply = KitGatewayTest.send(KitCall.v2(KitGatewayTest.CLOCK, called(random(seed)), body));

        assertThat(reply.isProperUnsigned().code()).isEqualTo("000002");
    }

    @Property(tries = 500)
    void unsignedBytesOfAnyKind(@ForAll byte[] body, @ForAll long seed) {
        var proper = KitBodiesOfTests.of(KitInterface.TENANT_SYNC, "i", "x", 1);
        var v2 = KitCall.of(KitEdition.V2, KitGatewayTest.CLOCK, called(random(seed)), proper);
        var v1 = KitCall.of(KitEdition.V1, KitGatewayTest.CLOCK, called(random(seed)), proper);

        assertThat(KitGatewayTest.send(v2.withBody(body)).isProperUnsigned().code())
                .isEqualTo("000001");
        assertThat(KitGatewayTest.send(v1.withBody(body))
                        .isProper(KitSettings.KEY)
                        .code())
                .isIn("000001", "000002");
    }

    @Property(tries = 1_000)
    void aValidCallWithAnythingChanged(@ForAll long seed) {
        var random = random(seed);
        var called = called(random);
        var edition = random.nextBoolean() ? KitEdition.V1 : KitEdition.V2;
        var call = KitCall.of(
                edition, KitGatewayTest.CLOCK, called, KitBodiesOfTests.of(called, "i-1", "x-1", random.nextInt(3)));
        var request = new ByteArrayOutputStream();
        request.writeBytes(
                "POST %s HTTP/1.1\r\nHost: a\r\n".formatted(call.path()).getBytes(ISO_8859_1));
        request.writeBytes(mutated(call.headers().getBytes(ISO_8859_1), random, 128));
        // Not changed: a longer one would be waited for.
        request.writeBytes(
                "\r\nContent-Length: %d\r\n\r\n".formatted(call.body().length).getBytes(ISO_8859_1));
        request.writeBytes(mutated(call.body(), random, 256));

        var reply = Connection.exchange(KitGatewayTest.GATEWAY.port(), request.toByteArray());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isIn("000000", "000001", "000002");
        assertThat(reply.header("Body-Sign").isPresent()).isEqualTo(edition == KitEdition.V1);
    }

    private static KitInterface called(RandomGenerator random) {
        return INTERFACES.get(random.nextInt(INTERFACES.size()));
    }

    /** Up to four bytes replaced, none added and none removed: a shorter body would be waited for. */
    private static byte[] mutated(byte[] bytes, RandomGenerator random, int alphabet) {
        var changed = bytes.clone();
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int at = random.nextInt(changed.length);
            changed[at] = (byte) random.nextInt(alphabet);
        }
        return changed;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
