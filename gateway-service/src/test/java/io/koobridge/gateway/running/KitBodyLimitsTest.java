package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies of the kit may be long, and have a budget of their own (design §3.1). */
@Tag("promise:bodies-are-bounded")
class KitBodyLimitsTest extends KitGatewayTest {

    private static final int LONGEST = 8 * 1024 * 1024;

    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void theLongestBodyIsRead(KitEdition edition) {
        await("it is read, in time as soon as the gateway is warm")
                .until(() -> send(padded(edition, LONGEST)).code().equals("000000"));
    }

    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void oneByteMoreIsRefusedAndTheConnectionClosed(KitEdition edition) {
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(padded(edition, LONGEST + 1).bytes()).read();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("too_long");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    /** Whoever has no token makes nobody read a body. */
    @Test
    void withoutASignatureNoneIsRead() {
        for (var edition : KitEdition.values()) {
            try (var connection = Connection.to(GATEWAY.port())) {
                var reply = connection
                        .send(padded(edition, LONGEST).withHeaders("").head())
                        .read();

                assertThat(reply.code()).isIn("000001", "000002");
            }
        }
    }

    @Test
    void whenTheKitsBodiesTogetherAreTooManyTheNextIsToldToComeAgainAndOthersAreNot() {
        var waiting = new ArrayList<Connection>();
        var most = padded(KitEdition.V2, LONGEST).bytes();
        try {
            for (int call = 0; call < 3; call++) {
                waiting.add(Connection.to(GATEWAY.port()).send(Arrays.copyOf(most, most.length - 1)));
            }
            await("24 MiB are held").until(() -> {
                try (var connection = Connection.to(GATEWAY.port())) {
                    var reply = connection
                            .send(padded(KitEdition.V2, 200_000).bytes())
                            .read();
                    return reply.isProperUnsigned().code().equals("000005") && connection.isClosedByPeer();
                }
            });
            assertThat(lastJournaled().verdict()).isEqualTo("no_room");

            assertThat(Connection.exchange(
                                    GATEWAY.port(),
                                    Call.newInstance(CLOCK, "CS-BESIDE").bytes())
                            .isProper()
                            .code())
                    .isEqualTo("000004");
        } finally {
            waiting.forEach(Connection::close);
        }
        await("what the callers gave up is free again")
                .until(() -> send(padded(KitEdition.V2, LONGEST)).code().equals("000000"));
    }

    private KitCall padded(KitEdition edition, int length) {
        var body = body(KitInterface.TENANT_SYNC, 1);
        var padded = body.replace("{\"inst", "{\"x\":\"" + "x".repeat(length - body.length() - 7) + "\",\"inst");
        assertThat(padded.getBytes(UTF_8)).hasSize(length);
        return KitCall.of(edition, CLOCK, KitInterface.TENANT_SYNC, padded);
    }
}
