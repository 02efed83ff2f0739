package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a product answers, a call ends in time with a sentence that names the trouble (design §5). */
@Timeout(60)
@Tag("promise:any-answer-ends")
class RudeProductTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
    private static final Wish WISH = Wish.of(Instances.learned());
    private static final Proposal PROPOSAL = new Proposal(WISH, new Proposal.Target("OFFI2", null, 3L));

    private final Outside outside = new Outside();
    private final CountDownLatch testIsOver = new CountDownLatch(1);

    @AfterEach
    void stop() {
        testIsOver.countDown();
        outside.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html | the product answered with text/html, not with application/json
            text/plain; charset=utf-8 | the product answered with text/plain; charset=utf-8, not with application/json
            nonsense | the product answered with nonsense, not with application/json
            """)
    void anotherContentTypeIsNamed(String type, String why) {
        try (var product = RudeServer.saying(
                "HTTP/1.1 200 OK\nContent-Type: %s\nContent-Length: 18\n\n{\"status\":\"READY\"}".formatted(type))) {
            assertThat(provisioner(product).apply(WISH)).isEqualTo(new Answer.Failed(why));
            assertThat(provisioner(product).check(PROPOSAL).join()).isEqualTo(new Verdict.Undecided(why));
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json;charset=UTF-8", "Application/JSON", "application/vnd.product.v1+json", "''"})
    void anyJsonWillDo(String type) {
        var header = type.isEmpty() ? "" : "Content-Type: %s\n".formatted(type);
        try (var product = RudeServer.saying(
                "HTTP/1.1 200 OK\n%sContent-Length: 18\n\n{\"status\":\"READY\"}".formatted(header))) {
            assertThat(provisioner(product).apply(WISH)).isEqualTo(new Answer.Ready(null));
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var elsewhere = RudeServer.saying("HTTP/1.1 200 OK\nContent-Length: 18\n\n{\"status\":\"READY\"}");
                var product = RudeServer.saying(
                        "HTTP/1.1 307 Moved\nLocation: %s\nContent-Length: 0\n\n".formatted(elsewhere.url()))) {
            assertThat(provisioner(product).apply(WISH))
                    .isEqualTo(new Answer.Failed("the product answered HTTP 307: redirects are not followed, configure"
                            + " the address that answers"));
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void anAnswerThatIsCutIsAFailureAndIsNotAskedForTwice() {
        try (var product = RudeServer.saying("HTTP/1.1 200 OK\nContent-Length: 500\n\n{\"status\":")) {
            assertThat(failure(provisioner(product).apply(WISH))).startsWith("the call of provisioner broke");
            assertThat(product.requests()).isOne();
        }
    }

    @Test
    void aConnectionThatIsClosedWithoutAWordIsAFailureAndIsNotAskedForTwice() {
        try (var product = new RudeServer(_ -> {})) {
            assertThat(failure(provisioner(product).apply(WISH))).startsWith("the call of provisioner broke");
            assertThat(product.requests()).isOne();
        }
    }

    @Test
    void anEndlessAnswerIsLeft() {
        try (var product = new RudeServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(US_ASCII));
            while (testIsOver.getCount() > 0) {
                out.write(new byte[8_192]);
            }
        })) {
            assertThat(provisioner(product).apply(WISH))
                    .isEqualTo(new Answer.Failed("the product's answer is larger than 256 KiB"));
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        try (var product = new RudeServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(US_ASCII));
            out.flush();
            waitForTheEnd();
        })) {
            assertThat(provisioner(product).apply(WISH))
                    .isEqualTo(new Answer.Failed("provisioner did not answer in time"));
            assertThat(provisioner(product).check(PROPOSAL).join())
                    .isEqualTo(new Verdict.Undecided("provisioner-check did not answer in time"));
        }
    }

    @Test
    void whatIsNoHttpIsAFailure() {
        try (var product = RudeServer.saying("SSH-2.0-OpenSSH_9.6\n")) {
            assertThat(failure(provisioner(product).apply(WISH))).isNotBlank();
        }
    }

    /** A product whose checks hang is still provisioned, and the other way round. */
    @Tag("promise:checks-stand-apart")
    @Test
    void checksThatHangDoNotOpenTheBreakerOfCalls() {
        try (var hanging = new RudeServer(_ -> waitForTheEnd());
                var working = RudeServer.saying("HTTP/1.1 200 OK\nContent-Length: 18\n\n{\"status\":\"READY\"}")) {
            var provisioner = new HttpProvisioner(
                    line("provisioner", working, 5_000), line("check", hanging, 20), CONTACT, () -> "1");
            for (int i = 0; i < 15; i++) {
                provisioner.check(PROPOSAL).join();
            }

            assertThat(provisioner.check(PROPOSAL).join())
                    .isEqualTo(new Verdict.Undecided(
                            "check is left alone for a while, because too many calls got no answer"));
            assertThat(provisioner.apply(WISH)).isEqualTo(new Answer.Ready(null));
        }
    }

    private void waitForTheEnd() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String failure(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).why();
    }

    private HttpProvisioner provisioner(RudeServer product) {
        return new HttpProvisioner(
                line("provisioner", product, 1_000), line("provisioner-check", product, 1_000), CONTACT, () -> "1");
    }

    private HttpProvisioner.Line line(String system, RudeServer product, long millis) {
        var limits = OutsideLimits.usual().withCallTimeout(Duration.ofMillis(millis));
        return new HttpProvisioner.Line(
                outside.systems().journaled(system, limits),
                new WebhookClient(
                        ProductLines.peer(product.url()),
                        new WebhookClient.Pool(system, 64),
                        new WebhookSigner(SECRET),
                        MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"))));
    }
}
