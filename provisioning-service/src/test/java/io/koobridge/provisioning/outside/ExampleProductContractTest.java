package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import io.koobridge.product.ExampleProduct;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.provisioning.domain.Wish.Change;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.webhook.WebhookClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product that sellers copy from and the service that calls it speak the same contract. */
@Tag("promise:contract-is-true")
class ExampleProductContractTest extends ProvisionerContract {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final String OTHER = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh";

    private final Outside outside = new Outside();
    private final ExampleProduct product;
    private final Provisioner provisioner;

    ExampleProductContractTest(@TempDir Path directory) throws IOException {
        product = ExampleProduct.start(
                List.of(
                        "--port",
                        "0",
                        "--data",
                        directory.resolve("tenants.jsonl").toString()),
                Map.of("KOOBRIDGE_WEBHOOK_SECRET", SECRET));
        provisioner = provisioner(SECRET);
    }

    @Override
    Provisioner provisioner() {
        return provisioner;
    }

    @AfterEach
    void stop() {
        product.close();
        outside.close();
    }

    @Test
    void aCallThatSomebodyElseSignedIsRefused() {
        assertThat(provisioner(OTHER).apply(wish(1, 5)))
                .isEqualTo(new Answer.Failed("the product answered HTTP 401: compare koobridge.provisioner.http.secret"
                        + " with the product's, and the clocks"));
    }

    @Tag("promise:late-calls-are-fenced")
    @Test
    void aCallThatWasOvertakenIsToldSo() {
        provisioner.apply(wish(2, 5));

        assertThat(provisioner.apply(wish(1, 5)))
                .isEqualTo(new Answer.Failed(
                        "the product answered HTTP 409: it has already applied a higher generation of this instance"));
    }

    @Test
    void whatTheProductCannotDoIsRefusedForGood() {
        assertThat(provisioner.apply(wish(1, 1_001)))
                .isEqualTo(new Answer.Refused(FailureReason.NO_RESOURCE, "There are at most 1000 seats."));
    }

    @Test
    void aChangeIsPossibleWhileItTakesNothingAway() throws Exception {
        var ready = (Answer.Ready) provisioner.apply(wish(1, 5));
        var page = URI.create(Objects.requireNonNull(ready.appInfo()).frontEndUrl());
        takeASeat(page);
        takeASeat(page);

        assertThat(verdict(2L)).isEqualTo(new Verdict.Possible());
        assertThat(verdict(null)).isEqualTo(new Verdict.Possible());
        assertThat(verdict(1L)).isEqualTo(new Verdict.Impossible("2 seats are in use, so 1 are too few."));
    }

    private Verdict verdict(@Nullable Long quantity) {
        return provisioner
                .check(new Proposal(wish(1, 5), new Proposal.Target("OFFI2", null, quantity)))
                .join();
    }

    private static void takeASeat(URI page) throws Exception {
        try (var buyer = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.ofString("seats=1"));
            assertThat(buyer.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static Wish wish(long generation, long seats) {
        var told = new OrderDetails.Particulars("b1", new BigDecimal("1280.500"), 1, List.of());
        var bought = new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI1", null, seats, 100L, 5L),
                null,
                null,
                null,
                told);
        return new Wish(
                Instances.ID,
                generation,
                Change.UPDATE,
                WantedState.ACTIVE,
                Instances.ORDER,
                bought,
                null,
                AccessForm.PLAIN);
    }

    private Provisioner provisioner(String secret) {
        return new HttpProvisioner(line("provisioner", secret), line("provisioner-check", secret), CONTACT, () -> "1");
    }

    private HttpProvisioner.Line line(String system, String secret) {
        return new HttpProvisioner.Line(
                outside.systems().journaled(system, OutsideLimits.usual()),
                new WebhookClient(
                        ProductLines.peer(URI.create(product.url() + "/koobridge")),
                        new WebhookClient.Pool(system, 8),
                        new WebhookSigner(WebhookSecret.parse(secret)),
                        Clock.systemUTC()));
    }
}
