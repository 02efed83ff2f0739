package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.events.wire.Json;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.Issuer.Answer;
import io.koobridge.license.domain.Issuer.Revocation;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.MutableClock;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

@Timeout(60)
class HttpLicenseIssuerTest {

    private static final WebhookSecrets SECRETS =
            new WebhookSecrets(List.of(WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=")));

    /** Without limits of its own: those are the wrapper's, which has its own tests. */
    private static final OutsideSystem SYSTEM = new OutsideSystem() {
        @Override
        public <T> Mono<io.koobridge.runtime.outside.Answer<T>> ask(String operation, String subject, Mono<T> call) {
            return call.timeout(OutsideLimits.LONGEST_CALL)
                    .<io.koobridge.runtime.outside.Answer<T>>map(io.koobridge.runtime.outside.Answer.Answered::new)
                    .onErrorResume(error -> Mono.just(new io.koobridge.runtime.outside.Answer.Uncertain<>(
                            error.getClass().getSimpleName())));
        }
    };

    private final MutableClock clock = MutableClock.at(Applications.NOW);
    private final LicenseOrder order =
            Objects.requireNonNull(Applications.placed().order());
    private final List<FakeServer.Request> requests = new CopyOnWriteArrayList<>();
    private volatile Response response = Response.ok("{}");
    private final FakeServer server = new FakeServer(request -> {
        requests.add(request);
        return response;
    });

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theOrderIsSentSignedAndNamedTheSameEachTime() {
        response = Response.ok("{\"status\":\"ISSUED\",\"license\":\"LIC-1\"}");

        assertThat(issuer().issue(order)).isEqualTo(new Answer.Issued(Applications.TEXT));
        assertThat(issuer().issue(order)).isEqualTo(new Answer.Issued(Applications.TEXT));

        assertThat(requests).hasSize(2).allSatisfy(request -> {
            var signed = SECRETS.verify(request.headers()::get, request.body().getBytes(UTF_8), clock.instant());
            assertThat(signed)
                    .isEqualTo(new WebhookVerification.Verified(order.licenseId() + "-issue", Applications.NOW));
            assertThat(Json.mapper().readTree(request.body()).get("call").stringValue())
                    .isEqualTo("ISSUE");
        });
        assertThat(requests.getFirst().body()).isEqualTo(requests.getLast().body());
    }

    @Test
    void aRevocationIsACallOfItsOwn() {
        response = Response.ok("{\"status\":\"REVOKED\"}");

        assertThat(issuer().revoke(order)).isEqualTo(new Revocation.Done());

        assertThat(requests.getFirst().headers().get("webhook-id")).isEqualTo(order.licenseId() + "-revoke");
        assertThat(requests.getFirst().body()).contains("\"call\":\"REVOKE\"");
    }

    @Test
    void whatTheLicenceServerBreaksIsAskedForAgain() {
        for (var broken : List.of(new Response(500, ""), new Response(302, ""), new Response(200, "<html>"))) {
            response = broken;
            assertThat(issuer().issue(order)).as("%s", broken).isInstanceOf(Answer.Failed.class);
            assertThat(issuer().revoke(order)).as("%s", broken).isInstanceOf(Revocation.Failed.class);
        }
        response = new Response(401, "");
        assertThat(issuer().issue(order))
                .isEqualTo(new Answer.Failed("the licence server answered HTTP 401: compare"
                        + " koobridge.license.issuer.http.secret with the licence server's, and the clocks"));
        server.close();
        assertThat(issuer().issue(order)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void theLargestLicenceArrivesAndNoMoreThanThatIsRead() {
        response = Response.ok("{\"status\":\"ISSUED\",\"fileName\":\"x.lic\",\"contentBase64\":\"%s\"}"
                .formatted("A".repeat(8 * 1024 * 1024 / 3 * 4)));
        assertThat(issuer().issue(order))
                .isInstanceOfSatisfying(Answer.Issued.class, issued -> assertThat(issued.file())
                        .extracting(file -> file.bytes().length)
                        .isEqualTo(8 * 1024 * 1024 / 3 * 3));
        response = Response.ok("{\"status\":\"ISSUED\",\"license\":\"%s\"}".formatted("x".repeat(13 * 1024 * 1024)));

        assertThat(issuer().issue(order))
                .isEqualTo(new Answer.Failed("the licence server's answer is larger than 12288 KiB"));
    }

    private Issuer issuer() {
        return new HttpLicenseIssuer(
                SYSTEM,
                new WebhookClient(
                        HttpLicenseIssuer.peer(URI.create(server.url())),
                        new WebhookClient.Pool("license-server", 4),
                        SECRETS.signer(),
                        clock));
    }
}
