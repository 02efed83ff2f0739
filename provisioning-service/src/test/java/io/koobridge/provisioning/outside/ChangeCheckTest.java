package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.MutableClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeCheckTest {

    private static final Proposal PROPOSAL =
            new Proposal(Wish.of(Instances.active()), new Proposal.Target("OFFI2", "sku-2", 3L));

    private final Outside outside = new Outside();
    private final List<FakeServer.Request> received = new CopyOnWriteArrayList<>();
    private volatile String answer = "{\"status\":\"POSSIBLE\"}";
    private final FakeServer server = new FakeServer(request -> {
        received.add(request);
        return new FakeServer.Response(200, answer);
    });
    private final Provisioner provisioner =
            new HttpProvisioner(line("provisioner"), line("provisioner-check"), CONTACT, () -> "7");

    @AfterEach
    void stop() {
        server.close();
        outside.close();
    }

    @Test
    void theProductIsShownWhatIsAndWhatWouldBe() {
        assertThat(provisioner.check(PROPOSAL).join()).isEqualTo(new Verdict.Possible());

        var sent = Json.mapper().readTree(received.getFirst().body());
        assertThat(sent.path("change").asString()).isEqualTo("CHECK");
        assertThat(sent.path("target"))
                .isEqualTo(Json.mapper().readTree("{\"productId\":\"OFFI2\",\"skuCode\":\"sku-2\",\"quantity\":3}"));
        assertThat(sent.path("product").path("quantity").asLong()).isEqualTo(5);
        assertThat(sent.path("generation").asLong()).isEqualTo(PROPOSAL.now().generation());
        assertThat(received.getFirst().headers().get("webhook-id")).isEqualTo("kb-test-check-7");
    }

    @Test
    void whatWasNotSaidIsNotSent() {
        provisioner
                .check(new Proposal(PROPOSAL.now(), new Proposal.Target(null, null, 3L)))
                .join();

        assertThat(Json.mapper().readTree(received.getFirst().body()).path("target"))
                .isEqualTo(Json.mapper().readTree("{\"quantity\":3}"));
    }

    @Test
    void theProductSaysWhyNot() {
        answer = "{\"status\":\"IMPOSSIBLE\",\"detail\":\"4 seats are in use\"}";

        assertThat(provisioner.check(PROPOSAL).join()).isEqualTo(new Verdict.Impossible("4 seats are in use"));
        assertThat(outside.journal.entriesOf(OutsideCalled.class))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.system()).isEqualTo("provisioner-check");
                    assertThat(call.operation()).isEqualTo("CHECK");
                    assertThat(call.outcome()).isEqualTo("refused");
                    assertThat(call.detail()).isEqualTo("4 seats are in use");
                });
    }

    @Test
    void aRefusalWithoutAReasonGetsOneAndALongOneIsCut() {
        answer = "{\"status\":\"IMPOSSIBLE\"}";
        assertThat(provisioner.check(PROPOSAL).join())
                .isEqualTo(new Verdict.Impossible("The product does not allow this change."));
        answer = "{\"status\":\"IMPOSSIBLE\",\"detail\":\"%s\"}".formatted("x".repeat(300));
        assertThat(provisioner.check(PROPOSAL).join()).isEqualTo(new Verdict.Impossible("x".repeat(255)));
    }

    @Test
    void aProductThatDoesNotKnowChecksLeavesItUndecided() {
        answer = "{\"status\":\"READY\"}";

        assertThat(provisioner.check(PROPOSAL).join())
                .isEqualTo(new Verdict.Undecided("the product's status must be POSSIBLE or IMPOSSIBLE, is READY"));
    }

    @Property
    void anyBytesAreAVerdict(@ForAll byte[] body) {
        assertThat(ProductVerdict.read(body)).isInstanceOf(Verdict.Undecided.class);
    }

    @Property
    void anyDetailFitsTheMarketplacesSentence(@ForAll String detail) {
        var json = Json.mapper().createObjectNode().put("status", "IMPOSSIBLE").put("detail", detail);

        assertThat(ProductVerdict.read(json.toString().getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Verdict.Impossible.class,
                        verdict -> assertThat(verdict.why()).isNotBlank().hasSizeLessThanOrEqualTo(255));
    }

    private HttpProvisioner.Line line(String system) {
        return new HttpProvisioner.Line(
                outside.systems().journaled(system, OutsideLimits.usual()),
                new WebhookClient(
                        ProductLines.peer(URI.create(server.url())),
                        new WebhookClient.Pool(system, 8),
                        new WebhookSigner(WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=")),
                        MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"))));
    }
}
