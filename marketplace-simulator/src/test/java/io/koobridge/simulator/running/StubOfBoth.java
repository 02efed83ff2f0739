package io.koobridge.simulator.running;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** A seller whose instances answer both editions: what one sold is the other's as well. */
final class StubOfBoth implements Function<Received, Said> {
    private static final DateTimeFormatter V1_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

    final StubGateway v2 = new StubGateway();
    private final StubV1 v1 = new StubV1();

    @Override
    public Said apply(Received call) {
        if (!call.rawBody().isEmpty()) {
            return v2.apply(call);
        }
        Said said = v1.apply(call);
        if (said.body() == null || !said.body().contains("\"000000\"")) {
            return said;
        }
        String id = v2.note(call, signedAt(call.text("timeStamp")));
        return call.activity().equals("newInstance") ? StubV1.bought(call, id).signedForV1() : said;
    }

    /** Opaque text, unless it is a time (saas-v1 §1.3). */
    private static Instant signedAt(String timeStamp) {
        try {
            return LocalDateTime.parse(timeStamp, V1_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException text) {
            return Instant.now();
        }
    }
}
