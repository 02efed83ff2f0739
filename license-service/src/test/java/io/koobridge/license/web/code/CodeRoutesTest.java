package io.koobridge.license.web.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Activation;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeMarket.Activated;
import io.koobridge.license.domain.code.Codes;
import io.koobridge.license.domain.code.Learning;
import io.koobridge.license.domain.code.Sighting.Status;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.service.ledger.LedgerStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class CodeRoutesTest {

    private CodeDoor door = new CodeDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anActivationIsAwaitedAndAnsweredWithWhatWasBought() {
        var answer =
                CompletableFuture.supplyAsync(() -> door.ask("activate", "{'codes':['%s'],'more':1}".formatted(CODE)));
        awaitRequest();
        door.becomes(CODE, code -> Learning.activated(code, new Activated(Codes.BOUGHT, Codes.END), CodeDoor.NOW));

        var row = answer.join().path("codes").path(0);
        assertThat(row.toString()).isEqualTo("""
                {"amount":5,"code":"%s","expiresAt":"2027-11-22T00:00:00Z","id":"%s","orderId":"CS1",\
                "productId":"OFFI1","state":"ACTIVE"}""".formatted(CODE, CodeId.of(CODE)));
    }

    @Test
    void whatTheMarketplaceSaysNotYetToIsPendingAndWhatItRefusesIsNot() {
        door.holds("PL1", Learning.notYet(Codes.wished(), new Activation.Answer("92020004", "x"), CodeDoor.NOW));
        door.holds("PL2", Learning.refused(Codes.wished(), new Activation.Answer("92020005", "x")));
        door.holds("PL3", Learning.refused(Codes.wished(), new Activation.Answer("92020002", "x")));
        door.holds("PL4", Codes.after(Codes.active(), "f1", new CodeReleased(null), CodeDoor.NOW));

        var rows = door.ask("activate", "{'codes':['PL1','PL2','PL3','PL4','PL1']}")
                .path("codes");

        assertThat(rows.valueStream().map(row -> row.path("state").asString()))
                .containsExactly("PENDING", "UNKNOWN", "REFUSED", "RELEASED");
        assertThat(rows.valueStream().map(row -> row.path("marketplaceCode").asString("")))
                .containsExactly("92020004", "92020005", "92020002", "");
        assertThat(rows.path(0).path("why").asString()).isNotBlank();
    }

    @Test
    void whoeverAsksAnewAfterARefusalIsNotToldOfThatWhileNobodyAnswers() {
        door.holds("PL1", Learning.refused(Codes.wished(), new Activation.Answer("92020002", "x")));
        door.clock.advance(Duration.ofMinutes(1));

        var row = door.ask("activate", "{'codes':['PL1']}").path("codes").path(0);

        assertThat(row.path("state").asString()).isEqualTo("PENDING");
        assertThat(row.has("marketplaceCode")).isFalse();
        assertThat(row.path("why").asString()).contains("has not answered yet");
    }

    @Tag("promise:codes-survive")
    @Test
    void anActivationThatNobodyAnswersIsPendingAfterFiveSeconds() {
        var rows = door.ask("activate", "{'codes':['PL1','PL2'],'realEffectTime':'2026-11-22T07:00:00Z'}")
                .path("codes");

        assertThat(rows.valueStream().map(row -> row.path("state").asString())).containsExactly("PENDING", "PENDING");
        assertThat(door.requested).hasSize(2);
    }

    @Test
    void aCheckOfTodayIsAnsweredAtOnceAndAsksNobody() {
        door.holds(CODE, Codes.active());

        assertThat(check().toString()).isEqualTo("""
                {"amount":5,"checkedAt":"2026-11-22T08:00:00Z","expiresAt":"2027-11-22T00:00:00Z","id":"%s",\
                "orderId":"CS1","productId":"OFFI1","reason":"ACTIVE","stale":false,"usable":true}""".formatted(CodeId.of(CODE)));
        assertThat(door.requested).isEmpty();
    }

    @Test
    void theFirstCheckOfADayWaitsForTheMarketplacesWord() {
        door.holds(CODE, Codes.active());
        door.clock.advance(Duration.ofDays(1));
        var answer = CompletableFuture.supplyAsync(this::check);
        awaitRequest();
        door.becomes(CODE, code -> Codes.seen(code, Status.EXPIRED, door.clock.instant()));

        assertThat(answer.join().path("reason").asString()).isEqualTo("EXPIRED");
        assertThat(answer.join().path("usable").asBoolean()).isFalse();
        assertThat(answer.join().path("stale").asBoolean()).isFalse();
    }

    @Tag("promise:codes-survive")
    @Test
    void withoutItsWordTheAnswerIsTheLastOneAndStale() {
        door.holds(CODE, Codes.active());
        door.clock.advance(Duration.ofDays(20));

        var answer = check();

        assertThat(answer.path("usable").asBoolean()).isTrue();
        assertThat(answer.path("stale").asBoolean()).isTrue();
        assertThat(answer.path("checkedAt").asString()).isEqualTo("2026-11-22T08:00:00Z");
        door.clock.advance(Duration.ofSeconds(3));
        assertThat(check()).as("and nobody is asked at each click").isEqualTo(answer);
        assertThat(door.requested).hasSize(1);
    }

    @Test
    void ofACodeThatIsFrozenOrUnknownTheReasonIsSaid() {
        door.holds(CODE, Codes.after(Codes.active(), "f1", new CodeFrozen(), CodeDoor.NOW));

        assertThat(check().path("reason").asString()).isEqualTo("FROZEN");
        var unknown = door.ask("check", "{'code':'never seen'}");
        assertThat(unknown.path("reason").asString()).isEqualTo("UNKNOWN");
        assertThat(unknown.path("stale").asBoolean()).isTrue();
        assertThat(unknown.has("checkedAt")).isFalse();
    }

    @Test
    void aUseIsStored() {
        door.holds(CODE, Codes.active());

        assertThat(door.ask("report-use", "{'code':'%s','clientId':'c1'}".formatted(CODE))
                        .path("stored")
                        .asBoolean())
                .isTrue();
        door.ask("report-use", "{'code':'%s','clientId':'c1','activeCount':null}".formatted(CODE));
        door.ask("report-use", "{'code':'%s','activeCount':42}".formatted(CODE));

        var found = door.store.find(CodeId.of(CODE)).blockOptional();
        assertThat(found.orElseThrow().state().usage().waiting()).hasSize(2);
    }

    @Test
    void aThousandClientsADayAreEnough() {
        var full = Codes.active();
        for (int i = 0; i < 1_000; i++) {
            full = Codes.used(full, Usage.Entry.client("c" + i, CodeDoor.NOW), CodeDoor.NOW);
        }
        door.holds(CODE, full);

        var response = door.post("report-use", "{'code':'%s','clientId':'one more'}".formatted(CODE));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("report activeCount instead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Bearer a-key-that-a-test-made-uq",
                "Basic a-key-that-a-test-made-up"
            })
    void whoeverShowsNoKeyIsAskedForOne(String authorization) {
        var request = door.request("check").POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"PL1\"}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        var response = door.send(request.build());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(door.store.find(CodeId.of("PL1")).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activate | {broken | 400 | not JSON",
                "activate | [] | 400 | object",
                "activate | {} | 422 | codes must be",
                "activate | {'codes':[]} | 422 | codes must be",
                "activate | {'codes':'PL1'} | 422 | codes must be",
                "activate | {'codes':['PL1',2]} | 422 | codes[1]",
                "activate | {'codes':['PL1'],'realEffectTime':'20260301090000'} | 422 | realEffectTime",
                "activate | {'codes':['PL1'],'realEffectTime':1} | 422 | realEffectTime",
                "activate | {'codes':['PL1'],'realEffectTime':'+100000-01-01T00:00:00Z'} | 422 | realEffectTime",
                "check | {'code':''} | 422 | code must be",
                "check | {'code':'a\\nb'} | 422 | code must be",
                "check | {'code':'\\ud800'} | 422 | code must be",
                "check | {'code':'12345678901234567890123456789012345678901234567890123456789012345'} | 422 | code must be",
                "check | {'code':null} | 422 | code must be",
                "check | {'code':'PL1','code':'PL2'} | 400 | not JSON",
                "check | {'code':1e999999999} | 422 | code must be",
                "report-use | {'code':'PL1'} | 422 | exactly one",
                "report-use | {'code':'PL1','clientId':'c','activeCount':1} | 422 | exactly one",
                "report-use | {'code':'PL1','clientId':' '} | 422 | clientId",
                "report-use | {'code':'PL1','clientId':7} | 422 | clientId",
                "report-use | {'code':'PL1','clientId':'a\\nb'} | 422 | clientId",
                "report-use | {'code':'PL1','clientId':'a\\u0000'} | 422 | clientId",
                "report-use | {'code':'PL1','activeCount':-1} | 422 | activeCount",
                "report-use | {'code':'PL1','activeCount':1000000000} | 422 | activeCount",
                "report-use | {'code':'PL1','activeCount':1.5} | 422 | activeCount",
                "report-use | {'code':'PL1','activeCount':'1'} | 422 | activeCount"
            })
    void whatCannotBeAnsweredIsRefusedWithASentence(String question, String body, int status, String sentence) {
        var response = door.post(question, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(sentence).contains("\"status\":" + status);
        assertThat(door.requested).isEmpty();
    }

    @Test
    void onceNobodyShowsAKeyAnyMoreItsNumberStandsStill() {
        check();
        check();

        assertThat(uses("new")).isEqualTo(2);
        assertThat(uses("old")).isZero();
        assertThat(door.metrics.find("koobridge.license.api.key.used").counters())
                .as("also one that nobody shows is there")
                .hasSize(2);
    }

    private double uses(String key) {
        return door.metrics
                .counter("koobridge.license.api.key.used", "key_id", key)
                .count();
    }

    @Test
    void thereAreLimits() {
        var tooMany = IntStream.range(0, 101).mapToObj(i -> "'c" + i + "'").collect(Collectors.joining(","));
        assertThat(door.post("activate", "{'codes':[" + tooMany + "]}").statusCode())
                .isEqualTo(422);
        assertThat(door.post("check", "x".repeat(64 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(door.post("check", "[".repeat(60_000)).statusCode()).isEqualTo(400);
        assertThat(door.send(door.request("check").GET().build()).statusCode()).isEqualTo(405);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEver() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            "POST /license-codes/check HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 9\r\n\r\n"
                                    .formatted(CodeDoor.KEY)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void codesThatWereNeverSeenAreTakenInSlowly() {
        door.close();
        door = new CodeDoor(store -> store, Mono.empty(), 2);
        door.holds(CODE, Codes.active());

        assertThat(door.post("report-use", "{'code':'PL1','clientId':'c'}").statusCode())
                .isEqualTo(200);
        assertThat(door.post("report-use", "{'code':'PL2','clientId':'c'}").statusCode())
                .isEqualTo(200);
        var third = door.post("report-use", "{'code':'PL3','clientId':'c'}");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        assertThat(door.post("report-use", "{'code':'%s','clientId':'c'}".formatted(CODE))
                        .statusCode())
                .as("one that is known")
                .isEqualTo(200);
        door.clock.advance(Duration.ofMinutes(1));
        assertThat(door.post("report-use", "{'code':'PL3','clientId':'c'}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutABrokerTheWishIsStoredAllTheSame() {
        door.close();
        door = new CodeDoor(store -> store, Mono.error(new IllegalStateException("no broker")), 10);

        var answer = door.ask("report-use", "{'code':'PL1','clientId':'c'}");

        assertThat(answer.path("stored").asBoolean()).isTrue();
        assertThat(door.store.find(CodeId.of("PL1")).blockOptional()).isPresent();
    }

    @Test
    void withoutAStoreItIsSaid() {
        door.close();
        door = new CodeDoor(_ -> broken(), Mono.empty(), 10);

        HttpResponse<String> response = door.post("check", "{'code':'PL1'}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(door.metrics
                        .counter("koobridge.license.code.questions", "question", "check", "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private static LedgerStore<AuthorizationCode> broken() {
        return (LedgerStore<AuthorizationCode>) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (_, _, _) -> Mono.error(new IllegalStateException("no store")));
    }

    private JsonNode check() {
        return door.ask("check", "{'code':'%s'}".formatted(CODE));
    }

    private void awaitRequest() {
        Awaitility.await("somebody is woken").until(() -> !door.requested.isEmpty());
    }
}
