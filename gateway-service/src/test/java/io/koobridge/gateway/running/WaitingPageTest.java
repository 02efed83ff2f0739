package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.testkit.MetricsPage;
import io.koobridge.testkit.TestBroker;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer's browser, from "wait" to the product. */
class WaitingPageTest extends GatewayTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "koobridge.gateway.waiting-page.url", "https://shop.example.com/waiting",
            "koobridge.gateway.waiting-page.secrets[0]", "a-secret-of-the-waiting-page-of-tests",
            "koobridge.gateway.waiting-page.name", "Qinghe");
    private static final RunningGateway WITH_PAGE = withPage();
    private static final String ID = "导入-1";

    @AfterAll
    static void stop() {
        WITH_PAGE.close();
    }

    @Tag("promise:waiting-ends")
    @Test
    void whoWaitsIsSentToTheProductOnceItIsReady() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));
        var waiting = get(path());

        assertThat(waiting.status()).isEqualTo(200);
        assertThat(new String(waiting.body(), UTF_8))
                .contains("Your service is being prepared", "您的服务正在开通", "Qinghe", "content=\"2;url=?waited=2\"");

        PROVISIONING.knows(view(Phase.ACTIVE, "https://app.example.com/t/1"));
        var forwarded = get(path() + "?waited=2");

        assertThat(forwarded.status()).isEqualTo(303);
        assertThat(forwarded.header("Location")).contains("https://app.example.com/t/1");
        assertThat(forwarded.header("Referrer-Policy")).contains("no-referrer");
        assertThat(forwarded.header("Cache-Control")).contains("no-store");
        assertThat(forwarded.body()).isEmpty();
        assertThat(PROVISIONING.queries())
                .containsOnly(new InstanceViews.Question(InstanceKind.SAAS, List.of(ID)))
                .hasSize(2);
    }

    @Tag("promise:waiting-ends")
    @Test
    void aPurchaseThatIsNotReadyInTimeIsAnsweredWithTheAddressOfItsPage() {
        awaitStoring(WITH_PAGE, CLOCK);
        var id = InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, new OrderKey("CS-WAITS", null, null));

        var answer = Connection.exchange(
                        WITH_PAGE.port(), V1Call.newInstance("CS-WAITS").bytes())
                .isProperV1(RunningGateway.V1_KEY)
                .json();

        var address = answer.path("appInfo").path("frontEndUrl").asString();
        assertThat(answer.path("resultCode").asString()).isEqualTo("000000");
        assertThat(answer.path("instanceId").asString()).isEqualTo(id);
        assertThat(URI.create(address))
                .isEqualTo(WITH_PAGE.waitingPages().addressOf(id).orElseThrow());
        assertThat(new String(get(URI.create(address).getRawPath()).body(), UTF_8))
                .contains("Your service is being prepared");
    }

    @Test
    void aPageIsOnlyTheBuyers() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));

        var reply = get(path());

        assertThat(reply.header("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(reply.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("X-Robots-Tag")).contains("noindex");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "FROZEN, 303, ''",
        "FAILED, 200, Your service could not be prepared",
        "ACTIVE, 200, Your service is ready",
        "RELEASED, 410, This subscription has ended",
    })
    void everyEndIsTold(Phase phase, int status, String words) {
        PROVISIONING.knows(view(phase, phase == Phase.FROZEN ? "https://app.example.com/t/1" : null));

        var reply = get(path());

        assertThat(reply.status()).isEqualTo(status);
        assertThat(new String(reply.body(), UTF_8)).contains(words).doesNotContain("refresh");
    }

    @Test
    void theBrowsersLanguageComesFirst() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));

        var reply = exchange("GET", path(), "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n");

        assertThat(new String(reply.body(), UTF_8)).contains("<html lang=\"zh-CN\">", "<h1>您的服务正在开通</h1>");
    }

    @Test
    void headIsThePageWithoutItsBody() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));
        var length = get(path()).contentLength();

        try (var connection = Connection.to(WITH_PAGE.port())) {
            var head = connection
                    .send("HEAD %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .formatted(path())
                            .getBytes(US_ASCII))
                    .readHead();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.contentLength()).isEqualTo(length);
            assertThat(connection.readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "ODD"})
    void anotherMethodIsNotAllowed(String method) {
        var reply = exchange(method, path(), "Content-Length: 0\r\n");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow").orElseThrow().split(",")).containsExactlyInAnyOrder("GET", "HEAD");
        assertThat(reply.body()).isEmpty();
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Tag("promise:waiting-is-private")
    @Test
    void anAddressThatWeNeverGaveIsNotFoundAndNobodyIsAsked() {
        PROVISIONING.knows(view(Phase.ACTIVE, "https://app.example.com/t/1"));
        var path = path();
        var forged = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");

        for (var guess : List.of(forged, "/waiting/", "/waiting/" + "x".repeat(20_000), path + "/", path + "%20")) {
            var reply = get(guess);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(new String(reply.body(), UTF_8)).contains("This address is not known");
        }
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Test
    void anInstanceThatNobodyKnowsIsNotFound() {
        assertThat(get(path()).status()).isEqualTo(404);
    }

    @Test
    void whatElseIsNotFoundIsAsBefore() {
        for (var path : List.of("/waiting", "/waitings/x", "/", "/favicon.ico")) {
            assertThat(get(path).status()).isEqualTo(404);
            assertThat(get(path).body()).isEmpty();
        }
        assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void withoutItsSettingsThereIsNoPage() {
        var reply = Connection.exchange(GATEWAY.port(), request("GET", path(), ""));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void theInternalPortHasNoPage() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));

        assertThat(Connection.exchange(WITH_PAGE.internalPort(), request("GET", path(), ""))
                        .status())
                .isEqualTo(404);
    }

    /** It holds 16 places for two seconds each; a gateway of its own, because its breaker is open afterwards. */
    @Tag("promise:waiting-is-bounded")
    @Test
    void whileProvisioningHangsFewAreAskedForAndTheOthersWaitAMoment() {
        PROVISIONING.hang();
        try (var gateway = withPage()) {
            var connections = IntStream.range(0, 16)
                    .mapToObj(_ -> Connection.to(gateway.port()))
                    .toList();
            connections.forEach(connection -> connection.send(request("GET", path(), "")));
            Awaitility.await("all places are taken")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> PROVISIONING.queries().size() == 16);

            var busy = Connection.exchange(gateway.port(), request("GET", path(), ""));

            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.header("Retry-After")).contains("2");
            assertThat(new String(busy.body(), UTF_8)).contains("One moment, please", "url=?waited=2");
            for (var connection : connections) {
                var away = connection.read();
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.header("Retry-After")).contains("2");
                assertThat(new String(away.body(), UTF_8)).contains("We cannot look just now", "url=?waited=2");
                connection.close();
            }
            assertThat(PROVISIONING.queries()).hasSize(16);
        }
    }

    @Test
    void whatBuyersSawIsCountedAndOperatorsFindItInTheDocument() {
        PROVISIONING.knows(view(Phase.PROVISIONING, null));
        get(path());
        get("/waiting/guessed.x");

        var scrape = new String(
                        Connection.exchange(WITH_PAGE.internalPort(), request("GET", "/actuator/prometheus", ""))
                                .body(),
                        UTF_8)
                .lines()
                .toList();

        assertThat(scrape)
                .anyMatch(line ->
                        line.startsWith("koobridge_waiting_pages_total{") && line.contains("outcome=\"preparing\""))
                .anyMatch(line ->
                        line.startsWith("koobridge_waiting_pages_total{") && line.contains("outcome=\"unknown\""));
        assertThat(MetricsPage.read().contradictedBy(scrape)).isEmpty();
    }

    private static View view(Phase phase, @Nullable String frontEnd) {
        return new View(
                ID,
                phase,
                frontEnd == null ? null : new AppInfo(frontEnd, null, null, null, null),
                phase == Phase.FAILED ? FailureReason.OTHER : null,
                null);
    }

    private static RunningGateway withPage() {
        return RunningGateway.start(TestBroker.shared().bootstrapServers(), PROVISIONING.url(), CLOCK, SETTINGS);
    }

    private static String path() {
        return WITH_PAGE.waitingPages().addressOf(ID).orElseThrow().getRawPath();
    }

    private static Reply get(String target) {
        return exchange("GET", target, "");
    }

    private static Reply exchange(String method, String target, String headers) {
        return Connection.exchange(WITH_PAGE.port(), request(method, target, headers));
    }

    private static byte[] request(String method, String target, String headers) {
        return "%s %s HTTP/1.1\r\nHost: a\r\n%s\r\n"
                .formatted(method, target, headers)
                .getBytes(US_ASCII);
    }
}
