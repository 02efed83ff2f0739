package io.koobridge.tenant.outside.webhook;

import static io.koobridge.tenant.outside.People.EMAIL;
import static io.koobridge.tenant.outside.People.MOBILE;
import static io.koobridge.tenant.outside.People.bare;
import static io.koobridge.tenant.outside.People.department;
import static io.koobridge.tenant.outside.People.gone;
import static io.koobridge.tenant.outside.People.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.Written.Done;
import io.koobridge.tenant.domain.directory.Written.Later;
import io.koobridge.tenant.domain.directory.Written.Refused;
import io.koobridge.tenant.outside.Unlimited;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookDirectoryTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final WebhookSecrets SECRETS = new WebhookSecrets(List.of(WebhookSecret.parse(SECRET)));
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Unlimited outside = new Unlimited();
    private volatile Response response = new Response(204, "");
    private final FakeServer service = new FakeServer(_ -> response);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theWholeEntryIsToldSignedAndEachAttemptHasTheSameId() {
        assertThat(directory().write(user("li.lei", "g1", null))).isEqualTo(new Done(null));
        assertThat(directory().write(user("li.lei", "g2", new Place("u1", "g1"))))
                .as("where it is kept is no part of it")
                .isEqualTo(new Done(null));

        var ids = service.requests().stream()
                .map(request ->
                        SECRETS.verify(request.headers()::get, request.body().getBytes(UTF_8), NOW))
                .toList();
        assertThat(ids).hasSize(2).allSatisfy(verified -> assertThat(verified).isInstanceOf(Verified.class));
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        var told = Json.mapper().readTree(service.requests().getFirst().body());
        assertThat(told.path("type").asString()).isEqualTo("directory.user");
        assertThat(told.path("data").path("email").asString()).isEqualTo(EMAIL);
        assertThat(told.path("data").path("generation").asLong()).isEqualTo(1);
    }

    @Test
    void whateverElseIsWantedIsAnotherMessage() {
        directory().write(user("li.lei", null, null));
        directory().write(bare("li.lei", null, null));
        directory().write(gone(user("li.lei", null, null), null));
        directory().write(user("han.mm", null, null));
        directory().write(department("li.lei", null, null));

        assertThat(service.requests())
                .extracting(request -> request.headers().get("webhook-id"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("directory%2E(user|department)-[12]-[0-9a-f]{32}"));
    }

    @Test
    void whereItIsKeptMayBeSaid() {
        response = Response.ok("{\"id\":\"u1\"}");

        assertThat(directory().write(user("li.lei", "g1", null))).isEqualTo(new Done(new Place("u1", "g1")));
        assertThat(directory().write(department("D110", "g1", null))).isEqualTo(new Done(new Place("u1", "g1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "null", "[]", "{}", "{\"id\":\" \"}", "{\"id\":\"\\ud800\"}"})
    void whateverElseASuccessSaysItIsOne(String body) {
        response = new Response(200, body);

        assertThat(directory().write(user("li.lei", null, null))).isEqualTo(new Done(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 422})
    void whatIsRefusedIsRefused(int status) {
        response = new Response(status, "");

        assertThat(directory().write(user("li.lei", null, null)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why())
                        .startsWith("the directory answered HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 409, 429, 500, 503})
    void anythingElseIsToldAgain(int status) {
        response = new Response(status, "");

        assertThat(directory().write(user("li.lei", null, null)))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.after()).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whenToComeAgainIsHeard(int status) {
        response = new Response(status, "", Map.of("Retry-After", "90"));

        assertThat(directory().write(user("li.lei", null, null)))
                .isEqualTo(new Later(Duration.ofSeconds(90), "the directory answered HTTP " + status));
    }

    @Test
    void aWrongSecretIsTold() {
        response = new Response(401, "");

        assertThat(directory().write(user("li.lei", null, null)))
                .isEqualTo(new Later(
                        null,
                        "the directory answered HTTP 401: compare koobridge.tenant.directory.webhook.secret with the"
                                + " directory's, and the clocks"));
    }

    @Test
    void nobodyIsThere() {
        service.close();

        assertThat(directory().write(user("li.lei", null, null))).isInstanceOf(Later.class);
        assertThat(outside.told()).allSatisfy(told -> assertThat(told).doesNotContain(MOBILE, EMAIL));
    }

    @Test
    void whatIsSentIsNotShown() {
        assertThat(DirectoryMessage.of(user("li.lei", null, null)).toString()).doesNotContain(MOBILE, EMAIL, "李雷");
    }

    private WebhookDirectory directory() {
        return new WebhookService(outside, MutableClock.at(NOW))
                .directory(new WebhookDirectorySettings(service.uri(), SECRET, List.of(), Duration.ofSeconds(10)));
    }
}
