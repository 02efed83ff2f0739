package io.koobridge.benchmark.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.events.Outcome;
import io.koobridge.events.wire.Decoded;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.provisioning.domain.Instance;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A benchmark whose input is refused at the first check would be quick, and say nothing. */
class BenchmarksMeasureTheRightThingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theLastKeyVerifiesAndNoKeyVerifiesTheForgedCall(int keys) {
        var benchmark = new CallbackVerification();
        benchmark.keys = keys;
        benchmark.prepare();

        assertThat(benchmark.verifyRight()).isInstanceOfSatisfying(Verification.Verified.class, verified -> assertThat(
                        verified.key().id())
                .isEqualTo("key-" + (keys - 1)));
        assertThat(benchmark.verifyWrong()).isEqualTo(new Verification.Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void theBareDigestsAreTheSignature() {
        var ring = Samples.keys(1);
        var call = SignedCall.of(ring.first(), Samples.body());

        assertThat(HexFormat.of().formatHex(new BareMac(ring.first()).ofCall(call, call.body())))
                .isEqualTo(call.parameters().signature().hex());
    }

    @ParameterizedTest
    @CsvSource({"CALL, RAW", "CALL, SORTED", "KIB_200, RAW", "KIB_200, SORTED"})
    void theFormThatWasSignedVerifies(CanonicalForms.Size size, CanonicalForm signed) {
        var benchmark = new CanonicalForms();
        benchmark.body = size;
        benchmark.signed = signed;
        benchmark.prepare();

        assertThat(benchmark.verify())
                .isInstanceOfSatisfying(Verification.Verified.class, verified -> assertThat(verified.form())
                        .isEqualTo(signed));
    }

    @Test
    void theLargeBodyIsAsLargeAsItSays() {
        assertThat(Samples.largeBody().length).isBetween(200 * 1024, 201 * 1024);
    }

    @Test
    void theAnswerIsSigned() {
        var benchmark = new ResponseSigning();

        assertThat(benchmark.sign()).contains(Base64.getEncoder().encodeToString(benchmark.bareSign()));
        assertThat(benchmark.bareSign())
                .hasSize(HmacSha256.of(new byte[] {1}).hex().length() / 2);
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        var writing = new EventWriting();
        var reading = new EventReading();

        assertThat(reading.readFact()).isEqualTo(new Decoded.Intact<>(Samples.purchase()));
        assertThat(reading.readState()).isEqualTo(new Decoded.Intact<>(Samples.snapshot()));
        assertThat(writing.writeFact().data()).isEqualTo(writing.bareWriteFact());
        assertThat(writing.writeState().data()).isEqualTo(writing.bareWriteState());
        assertThat(reading.bareReadFact()).isEqualTo(Samples.purchase().data());
        assertThat(reading.bareReadState()).isEqualTo(Samples.snapshot().data());
    }

    @Test
    void factsDoWhatTheirNamesSay() {
        var benchmark = new InstanceDecisions();

        assertThat(benchmark.purchaseOfNothing()).isInstanceOf(Outcome.Applied.class);
        assertThat(benchmark.renewalOfActive()).isInstanceOfSatisfying(Outcome.Applied.class, applied -> assertThat(
                        ((Instance) applied.state()).generation())
                .isGreaterThan(1));
        assertThat(benchmark.staleFreeze()).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void theIdIsTheOrdersOwn() {
        assertThat(new InstanceNaming().derive()).isEqualTo(Samples.INSTANCE);
    }

    @Test
    void thePurchaseIsUnderstood() {
        var benchmark = new CallTranslation();

        assertThat(benchmark.translate()).isEqualTo(benchmark.understand());
        assertThat(benchmark.translate())
                .isInstanceOfSatisfying(Translation.Understood.class, understood -> assertThat(understood.command())
                        .isEqualTo(new Command.Purchase(Samples.ORDER)));
    }

    @ParameterizedTest
    @EnumSource(Editions.Sent.class)
    void aPurchaseOfAnyEditionIsUnderstood(Editions.Sent edition) {
        var benchmark = new Editions();
        benchmark.edition = edition;
        benchmark.prepare();

        var command = ((Translation.Understood) benchmark.understand()).command();

        switch (edition) {
            case V2 -> assertThat(command).isEqualTo(new Command.Purchase(Samples.ORDER));
            case V1, V1_WITH_CONTACT ->
                assertThat(command).isInstanceOfSatisfying(Command.AwaitedPurchase.class, purchase -> {
                    assertThat(purchase.order().orderId()).isEqualTo(Samples.ORDER.orderId());
                    assertThat(purchase.bought()).isNotNull();
                    assertThat(purchase.toString().contains("SealedText"))
                            .isEqualTo(edition == Editions.Sent.V1_WITH_CONTACT);
                });
        }
    }
}
