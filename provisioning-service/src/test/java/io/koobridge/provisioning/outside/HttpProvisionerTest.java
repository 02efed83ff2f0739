package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.crypto.webhook.WebhookVerifier;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProvisionerTest extends ProvisionerContract {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final FakeServer.Response READY = new FakeServer.Response(
            200, "{\"status\":\"READY\",\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/t/1\"}}");
    private static final Wish WISH = Wish.of(Instances.learned());

    private final MutableClock clock = MutableClock.at(NOW);
    private final Outside outside = new Outside();
    private final List<FakeServer.Request> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private volatile Function<FakeServer.Request, FakeServer.Response> product = new ReferenceProduct();
    private final FakeServer server = new FakeServer(request -> {
        received.add(request);
        return product.apply(request);
    });
    private final Provisioner provisioner =
            provisioner(URI.create(server.url() + "/koobridge"), Duration.ofSeconds(15));

    /** A product that keeps the contract: it ignores a generation below the highest that it applied. */
    private static final class ReferenceProduct implements Function<FakeServer.Request, FakeServer.Response> {
        private long highest;
        private boolean gone;

        @Override
        public synchronized FakeServer.Response apply(FakeServer.Request request) {
            var wish = Json.mapper().readTree(request.body());
            var generation = wish.path("generation").asLong();
            if (generation >= highest) {
                highest = generation;
                gone = wish.path("wanted").asString().equals("RELEASED");
            }
            return gone ? new FakeServer.Response(200, "{\"status\":\"READY\"}") : READY;
        }
    }

    @Override
    Provisioner provisioner() {
        return provisioner;
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.close();
        outside.close();
    }

    @Tag("promise:whole-state")
    @Test
    void theCallIsSignedAndTheProductCanVerifyIt() {
        provisioner.apply(WISH);

        assertThat(verified(received.getFirst())).isEqualTo(new WebhookVerification.Verified("kb-test-2", NOW));
    }

    @Test
    void arepeatOfAGenerationHasTheSameMessageIdAndAFreshTime() {
        provisioner.apply(WISH);
        clock.advance(Duration.ofMinutes(20));
        provisioner.apply(WISH);

        assertThat(received)
                .extracting(request -> request.headers().get("webhook-id"))
                .containsExactly("kb-test-2", "kb-test-2");
        assertThat(verified(received.getLast()))
                .isEqualTo(new WebhookVerification.Verified("kb-test-2", NOW.plus(Duration.ofMinutes(20))));
    }

    @Tag("promise:whole-state")
    @Test
    void theWholeWishIsSent() {
        provisioner.apply(WISH);

        var sent = Json.mapper().readTree(received.getFirst().body());
        assertThat(sent).isEqualTo(Json.mapper().readTree("""
                {"instanceId":"kb-test","generation":2,"change":"CREATE","wanted":"ACTIVE",
                 "order":{"orderId":"CS1","orderLineId":"CS1-000001"},"orderType":"NEW","chargingMode":"PERIOD",
                 "product":{"productId":"OFFI1","skuCode":"sku-1","quantity":5},"period":{"unit":"year","count":1},
                 "expiresAt":"2027-11-22T15:59:59Z",
                 "buyer":{"customerId":"c 1","customerName":"Example Ltd","userId":"u1","userName":"ann"}}"""));
        assertThat(received.getFirst().headers().get("Content-Type")).isEqualTo("application/json");
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void theBuyersContactDataIsOpenedForTheProductAlone() {
        var buyer = new Buyer(
                "c-1",
                null,
                null,
                null,
                CONTACT.seal("kb-test", "mobile", "13800000000"),
                CONTACT.seal("another", "email", "ann@example.com"));
        var bought = new OrderDetails("NEW", ChargingMode.ONE_TIME, null, null, null, buyer);

        provisioner.apply(new Wish(
                "kb-test", 2, Wish.Change.CREATE, WantedState.ACTIVE, Instances.ORDER, bought, null, AccessForm.PLAIN));

        var sent = Json.mapper().readTree(received.getFirst().body()).path("buyer");
        assertThat(sent.path("mobile").asString()).isEqualTo("13800000000");
        assertThat(sent.has("email")).as("sealed for another instance").isFalse();
        assertThat(outside.journal.entries().toString()).doesNotContain("13800000000");
    }

    @Test
    void readyWorkingAndRefusedAreToldApart() {
        answers(200, "{\"status\":\"WORKING\",\"retryAfterSeconds\":5}");
        assertThat(provisioner.apply(WISH)).isEqualTo(new Answer.Working(Duration.ofSeconds(5)));
        answers(200, "{\"status\":\"REFUSED\",\"reason\":\"SOLD_OUT\",\"detail\":\"none left\"}");
        assertThat(provisioner.apply(WISH)).isEqualTo(new Answer.Refused(FailureReason.SOLD_OUT, "none left"));
        product = _ -> READY;
        assertThat(provisioner.apply(WISH))
                .isEqualTo(new Answer.Ready(new AppInfo("https://app.example.com/t/1", null, null, null, null)));

        assertThat(told()).extracting(OutsideCalled::outcome).containsExactly("working", "refused", "answered");
        assertThat(told()).extracting(OutsideCalled::detail).containsExactly(null, "SOLD_OUT none left", null);
    }

    @Test
    void anErrorOfTheProductIsAFailureThatAnOperatorSees() {
        answers(503, "{\"status\":\"READY\"}");

        assertThat(provisioner.apply(WISH)).isEqualTo(new Answer.Failed("the product answered HTTP 503"));

        assertThat(told()).singleElement().satisfies(call -> {
            assertThat(call.system()).isEqualTo("provisioner");
            assertThat(call.operation()).isEqualTo("CREATE");
            assertThat(call.outcome()).isEqualTo("unreadable");
            assertThat(call.detail()).isEqualTo("the product answered HTTP 503");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            301 | ": redirects are not followed, configure the address that answers"
            400 | ""
            401 | ": compare koobridge.provisioner.http.secret with the product's, and the clocks"
            404 | ""
            409 | ": it has already applied a higher generation of this instance"
            500 | ""
            """)
    void anyOtherHttpStatusIsAFailureWhateverTheBodySays(int status, String hint) {
        answers(status, "{\"status\":\"READY\"}");

        assertThat(provisioner.apply(WISH))
                .isEqualTo(
                        new Answer.Failed("the product answered HTTP %d%s".formatted(status, hint.replace("\"", ""))));
    }

    @Test
    void anIdThatNoMessageIdMayHoldIsSpelledOut() {
        provisioner.apply(new Wish(
                "i.1 实",
                2,
                Wish.Change.UPDATE,
                WantedState.ACTIVE,
                Instances.ORDER,
                Instances.BOUGHT,
                null,
                AccessForm.PLAIN));

        assertThat(verified(received.getFirst())).isEqualTo(new WebhookVerification.Verified("i%2E1+%E5%AE%9E-2", NOW));
    }

    @Test
    void garbageIsAFailure() {
        answers(200, "<html>Welcome</html>");

        assertThat(provisioner.apply(WISH))
                .isEqualTo(
                        new Answer.Failed("the product's answer cannot be read: it is not the JSON that is expected"));
    }

    @Test
    void anAnswerWithoutABodyIsAFailure() {
        answers(200, "");

        assertThat(provisioner.apply(WISH)).isInstanceOf(Answer.Failed.class);
    }

    @Tag("promise:any-answer-ends")
    @Test
    void anAnswerOfAnySizeIsBounded() {
        answers(200, "{\"status\":\"READY\",\"memo\":\"%s\"}".formatted("x".repeat(1 << 20)));

        assertThat(provisioner.apply(WISH)).isEqualTo(new Answer.Failed("the product's answer is larger than 256 KiB"));
    }

    @Tag("promise:any-answer-ends")
    @Test
    void aProductThatHangsIsGivenUpInTime() {
        product = _ -> {
            try {
                testIsOver.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return READY;
        };
        var impatient = provisioner(URI.create(server.url()), Duration.ofMillis(300));

        assertThat(impatient.apply(WISH)).isEqualTo(new Answer.Failed("provisioner did not answer in time"));
        assertThat(told()).extracting(OutsideCalled::outcome).containsExactly("uncertain");
    }

    @Test
    void aProductThatIsNotThereWasCertainlyNotCalled() {
        var nobody = provisioner(URI.create("http://127.0.0.1:" + FreePorts.next()), Duration.ofSeconds(5));

        assertThat(nobody.apply(WISH)).isInstanceOf(Answer.Failed.class);
        assertThat(told()).extracting(OutsideCalled::outcome).containsExactly("not_sent");
    }

    private void answers(int status, String body) {
        product = _ -> new FakeServer.Response(status, body);
    }

    private List<OutsideCalled> told() {
        return outside.journal.entriesOf(OutsideCalled.class);
    }

    private WebhookVerification verified(FakeServer.Request request) {
        return new WebhookVerifier(SECRET)
                .verify(request.headers()::get, request.body().getBytes(UTF_8), clock.instant());
    }

    private Provisioner provisioner(URI url, Duration timeout) {
        return new HttpProvisioner(
                line("provisioner", url, timeout), line("provisioner-check", url, timeout), CONTACT, () -> "one");
    }

    private HttpProvisioner.Line line(String system, URI url, Duration timeout) {
        return new HttpProvisioner.Line(
                outside.systems().journaled(system, OutsideLimits.usual().withCallTimeout(timeout)),
                new WebhookClient(
                        ProductLines.peer(url), new WebhookClient.Pool(system, 8), new WebhookSigner(SECRET), clock));
    }
}
