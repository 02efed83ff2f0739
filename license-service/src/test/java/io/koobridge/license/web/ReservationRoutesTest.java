package io.koobridge.license.web;

import static io.koobridge.license.Licenses.EXPIRY;
import static io.koobridge.license.Licenses.ORDERED;
import static io.koobridge.license.Licenses.active;
import static io.koobridge.license.Licenses.application;
import static io.koobridge.license.Licenses.licenseId;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.wire.Json;
import io.koobridge.license.RecordingBook;
import io.koobridge.license.domain.Entitlements;
import io.koobridge.license.domain.ProductTerms.Catalog;
import io.koobridge.license.ledger.TestPlaces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The question as the gateway asks it, on a real port and against the store. */
class ReservationRoutesTest {

    private static final LicenseReservation RESERVED = LicenseReservation.of(Verdict.RESERVED);

    private static TestPlaces test;
    private static RecordingBook book;
    private static SimpleMeterRegistry metrics;
    private static DisposableServer server;
    private static HttpClient http;

    private final String instance =
            InstanceIds.derive("seller", InstanceKind.LICENSE, new OrderKey("CS" + System.nanoTime(), null, null));

    @BeforeAll
    static void start() {
        test = new TestPlaces(ReservationRoutesTest.class);
        book = new RecordingBook();
        metrics = new SimpleMeterRegistry();
        server = serving();
        http = HttpClient.newHttpClient();
    }

    private static DisposableServer serving() {
        var desk = new ReservationDesk(
                new Entitlements(new Catalog(Map.of())), new ReservationDesk.Books(test.instances, test.places, book));
        var routes =
                new ReservationRoutes(desk, Mono.empty(), metrics).internal().routes();
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.disposeNow();
        test.close();
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/internal/licenses:reserve".formatted(server.port())))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static LicenseReservation asked(LicenseApplied application) throws Exception {
        var answer = post(Json.mapper().writeValueAsString(new Questions(List.of(new Question(application, ORDERED)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper()
                .readValue(answer.body(), Reservations.class)
                .reservations()
                .getFirst();
    }

    private static LicenseReservation refused(Reason reason) {
        return LicenseReservation.refused(reason);
    }

    private static double counted(String outcome) {
        return metrics.counter("koobridge.license.applications", "outcome", outcome)
                .count();
    }

    /** The bar of the change: exactly as many as were paid for, whoever asks at once. */
    @Tag("promise:exact-quota")
    @Test
    void twoHundredAtOnceForTheLastTwoAreTwo() throws Exception {
        test.holds(active(instance).quantity(10L).snapshot());
        for (int n = 0; n < 8; n++) {
            assertThat(asked(application(instance, "before-" + n))).isEqualTo(RESERVED);
        }

        var answers = atOnce(200);

        assertThat(answers).filteredOn(RESERVED::equals).hasSize(2);
        assertThat(answers).filteredOn(refused(Reason.QUOTA_USED_UP)::equals).hasSize(198);
        assertThat(test.taken().keySet())
                .filteredOn(id -> id.startsWith(instance))
                .hasSize(10);
        assertThat(atOnce(200)).as("asked again, answered again").containsExactlyElementsOf(answers);
    }

    private List<LicenseReservation> atOnce(int callers) throws Exception {
        var begin = new CountDownLatch(1);
        var calls = new ArrayList<Future<LicenseReservation>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < callers; n++) {
                var application = application(instance, "at-once-" + n);
                calls.add(threads.submit(() -> {
                    begin.await();
                    return asked(application);
                }));
            }
            begin.countDown();
            var answers = new ArrayList<LicenseReservation>();
            for (var call : calls) {
                answers.add(call.get(60, SECONDS));
            }
            return answers;
        }
    }

    @Test
    void whatIsNotKnownYetIsToldApartFromWhatNeverWas() throws Exception {
        assertThat(asked(application(instance, "e1"))).isEqualTo(LicenseReservation.of(Verdict.NOT_YET));
        assertThat(asked(application("never-heard-of", "e1"))).isEqualTo(refused(Reason.UNKNOWN_INSTANCE));
        test.holds(active(instance).withoutOrder());
        assertThat(asked(application(instance, "e1"))).isEqualTo(LicenseReservation.of(Verdict.NOT_YET));
    }

    @Test
    void onceTheMarketplaceHasTheLicenceItIsToldSo() throws Exception {
        test.holds(active(instance).snapshot());
        var application = application(instance, "e1");
        assertThat(asked(application)).isEqualTo(RESERVED);

        book.deliver(licenseId(application));

        assertThat(asked(application)).isEqualTo(LicenseReservation.of(Verdict.DELIVERED));
    }

    /** The gateway asks for many of its callers at once; one of them may even be there twice. */
    @Test
    void manyQuestionsAreAnsweredInTheirOrder() throws Exception {
        test.holds(active(instance).quantity(2L).snapshot());
        var questions = Stream.of("e1", "e2", "e1", "e3")
                .map(event -> new Question(application(instance, event), ORDERED))
                .collect(Collectors.toCollection(ArrayList::new));
        questions.add(Question.WARM_UP);
        var unknown = counted("unknown_instance");

        var answer = post(Json.mapper().writeValueAsString(new Questions(questions)));

        assertThat(Json.mapper().readValue(answer.body(), Reservations.class).reservations())
                .hasSize(5)
                .satisfies(all -> assertThat(all.get(0)).as("twice").isEqualTo(all.get(2)))
                .endsWith(refused(Reason.UNKNOWN_INSTANCE));
        assertThat(test.taken().keySet())
                .filteredOn(id -> id.startsWith(instance))
                .hasSize(2);
        assertThat(counted("unknown_instance") - unknown).as("nobody applied").isZero();
    }

    /** Its fact would change nothing, and its place is another's soon: nobody may be told that a licence is on its way. */
    @Test
    void betweenADenialAndTheEndOfItsPlaceNothingIsPromised() throws Exception {
        test.holds(active(instance).snapshot());
        var application = application(instance, "e1");
        assertThat(asked(application)).isEqualTo(RESERVED);

        book.deny(licenseId(application), false);
        assertThat(asked(application)).isEqualTo(LicenseReservation.of(Verdict.NOT_YET));
        test.places.free(licenseId(application)).block();
        book.deny(licenseId(application), true);
        assertThat(asked(application)).as("applied for anew").isEqualTo(RESERVED);
        assertThat(asked(application)).isEqualTo(RESERVED);
    }

    /** Which device it is for tells applications apart (license §3.5), and so it counts as another one. */
    @Test
    void theSameEventOfAnotherDeviceIsAnotherApplication() throws Exception {
        test.holds(active(instance).quantity(1L).snapshot());

        assertThat(asked(new LicenseApplied(instance, "e1", "a", ORDERED, EXPIRY)))
                .isEqualTo(RESERVED);
        assertThat(asked(new LicenseApplied(instance, "e1", "b", ORDERED, EXPIRY)))
                .isEqualTo(refused(Reason.QUOTA_USED_UP));
        assertThat(asked(new LicenseApplied(instance, "e1", "a", ORDERED, EXPIRY)))
                .isEqualTo(RESERVED);
    }

    @Test
    void answersAreCountedByTheirOutcome() throws Exception {
        test.holds(active(instance).quantity(1L).phase(Phase.RELEASED).snapshot());
        var released = counted("released");
        var notYet = counted("not_yet");

        asked(application(instance, "e1"));
        asked(application(InstanceIds.derive("seller", InstanceKind.LICENSE, new OrderKey("never", null, null)), "e1"));

        assertThat(counted("released") - released).isEqualTo(1);
        assertThat(counted("not_yet") - notYet).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{\"questions\":[]}"})
    void aQuestionThatIsNoneIsABadRequest(String body) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void beforeTheStoreHasItsIndexesNothingIsReserved() {
        test.holds(active(instance).snapshot());
        var unprepared = new ReservationRoutes(
                new ReservationDesk(
                        new Entitlements(new Catalog(Map.of())),
                        new ReservationDesk.Books(test.instances, test.places, book)),
                Mono.error(new IllegalStateException("not ready")),
                metrics);
        var answer = WebTestClient.bindToRouterFunction(unprepared.internal().routes())
                .build()
                .post()
                .uri("/internal/licenses:reserve")
                .bodyValue(new Questions(List.of(new Question(application(instance, "e1"), ORDERED))))
                .exchange();

        answer.expectStatus().is5xxServerError();
        assertThat(test.taken().keySet()).noneMatch(id -> id.startsWith(instance));
    }
}
