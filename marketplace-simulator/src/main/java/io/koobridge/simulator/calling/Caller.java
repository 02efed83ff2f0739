package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Expected;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Attempt.Heard;
import io.koobridge.simulator.life.Attempt.Kind;
import io.koobridge.simulator.life.Attempt.Wrong;
import io.koobridge.simulator.rules.Reading;
import io.koobridge.simulator.rules.V1Verdict;
import io.koobridge.simulator.rules.Verdict;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes and sends one letter, judges the answer, and enters both in the record. */
final class Caller {
    private final SellerClient client;
    private final CallLog calls;
    private final V1Verdict v1;
    private final V1Verdict licenseV1;

    Caller(SellerClient client, CallLog calls) {
        this.client = client;
        this.calls = calls;
        this.v1 = client.verdict(Channel.V1);
        this.licenseV1 = client.verdict(Channel.LICENSE_V1);
    }

    Attempt deliver(Errand errand, Supplier<Sealed> writer, Kind kind, @Nullable Fault fault) {
        Exchange exchange = client.send(writer);
        Reading reading = Reading.of(exchange.reply());
        Verdict verdict =
                switch (errand.channel()) {
                    case V1 -> v1.of(errand.question(), exchange.reply(), reading);
                    case LICENSE_V1 -> licenseV1.of(errand.question(), exchange.reply(), reading);
                    case V2, ORDERS, LICENSE, LICENSE_CODE -> Verdict.of(errand.question(), reading);
                };
        String code = Exchange.resultCode(reading);
        Kind made = fault != null && fault.additional() ? Kind.FAULTED : kind;
        Wrong wrong = fault == null ? null : wrong(fault, made, code, verdict.reason() == null);
        calls.add(exchange.recorded(
                errand.about(),
                Call.Judged.of(code, verdict.reason() == null ? "ACKNOWLEDGED" : "FAILED", verdict.reason())
                        .with(wrong)));
        return new Attempt(
                0,
                made,
                wrong,
                new Heard(
                        exchange.sealed().businessId(),
                        exchange.times(),
                        exchange.httpStatus(),
                        code,
                        verdict.instanceId(),
                        verdict.delivery(),
                        verdict.license(),
                        exchange.bodySign(),
                        verdict.breach(),
                        verdict.reason()));
    }

    private static Wrong wrong(Fault fault, Kind kind, @Nullable String code, boolean acknowledged) {
        Expected expected =
                kind == Kind.FAULTED || !(fault instanceof Fault.OfCalls) ? fault.expected() : Expected.success();
        return new Wrong(fault.name(), expected.written(), expected.met(code, acknowledged), expected.broken(code));
    }
}
