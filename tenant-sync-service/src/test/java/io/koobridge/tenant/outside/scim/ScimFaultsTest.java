package io.koobridge.tenant.outside.scim;

import static io.koobridge.tenant.outside.People.EMAIL;
import static io.koobridge.tenant.outside.People.MOBILE;
import static io.koobridge.tenant.outside.People.department;
import static io.koobridge.tenant.outside.People.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.Written.Later;
import io.koobridge.tenant.domain.directory.Written.Refused;
import io.koobridge.tenant.outside.People;
import io.koobridge.tenant.outside.Unlimited;
import io.koobridge.tenant.outside.scim.StubScim.Fault;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;

/** Whatever goes wrong is told as what it is, and harms nothing. */
@Timeout(60)
class ScimFaultsTest {

    private final ScimBench bench = new ScimBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aServerThatAsksForItIsLeftAloneByEverybody() {
        bench.server.faults(_ -> Fault.LIMITED);
        assertThat(bench.write(user("li.lei", null, null)))
                .isEqualTo(new Later(Duration.ofSeconds(7), "the SCIM server answered HTTP 429"));
        bench.server.faults(_ -> Fault.NONE);
        bench.clock.advance(Duration.ofSeconds(4));
        bench.server.forgetCalls();

        assertThat(bench.write(department("D100", null, null)))
                .isEqualTo(new Later(Duration.ofSeconds(3), "the SCIM server asked not to be called for a while"));
        assertThat(bench.server.calls()).isEmpty();

        bench.clock.advance(Duration.ofSeconds(3));
        bench.done(user("li.lei", null, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "BROKEN_BEFORE", "HANGS_UP_BEFORE", "MALFORMED", "OVERSIZED"})
    void whatIsNotAnsweredIsTriedAgain(Fault fault) {
        bench.server.faults(_ -> fault);

        assertThat(bench.write(user("li.lei", null, null)))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.after()).isNull());

        bench.server.faults(_ -> Fault.NONE);
        bench.done(user("li.lei", null, null));
        assertThat(bench.server.users()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AFTER", "HANGS_UP_AFTER", "OVERSIZED", "MALFORMED"})
    void whatWasMadeWithoutAnAnswerIsNotMadeTwice(Fault fault) {
        bench.done(department("D0", null, null));
        bench.server.faults(request -> request.method().equals("POST") ? fault : Fault.NONE);
        bench.write(department("D100", null, null));
        bench.write(user("li.lei", null, null));
        bench.server.faults(_ -> Fault.NONE);

        var group = bench.done(department("D100", null, null));
        bench.done(user("li.lei", group.id(), null));

        assertThat(bench.server.users()).hasSize(1);
        assertThat(bench.server.groupCount()).isEqualTo(2);
    }

    @Test
    void whoeverIsSlowIsBrokenOff() {
        try (var slow = FakeServer.thatHangs()) {
            var begin = System.nanoTime();

            assertThat(at(slow.uri(), Duration.ofMillis(200)).write(user("li.lei", null, null)))
                    .isInstanceOf(Later.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void nobodyIsThere() {
        var nobody = new FakeServer(_ -> Response.ok(""));
        nobody.close();

        assertThat(at(nobody.uri(), Duration.ofSeconds(2)).write(user("li.lei", null, null)))
                .isInstanceOf(Later.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whoeverIsNotLetInNamesTheSettingAndNotTheToken(int status) {
        try (var closed = new FakeServer(_ -> new Response(status, "{}"))) {
            assertThat(at(closed.uri(), Duration.ofSeconds(5)).write(user("li.lei", null, null)))
                    .isEqualTo(new Later(
                            null,
                            "the SCIM server answered HTTP %d: compare koobridge.tenant.directory.scim.token with the server's, and its rights"
                                    .formatted(status)));
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var moved = new FakeServer(
                _ -> new Response(301, "", Map.of("Location", bench.server.uri().toString())))) {
            assertThat(at(moved.uri(), Duration.ofSeconds(5)).write(user("li.lei", null, null)))
                    .isInstanceOfSatisfying(
                            Later.class, later -> assertThat(later.why()).contains("redirects"));
        }
        assertThat(bench.server.calls()).isEmpty();
    }

    @Test
    void aWrongAddressIsTold() {
        try (var other = new FakeServer(_ -> new Response(404, "not here"))) {
            assertThat(at(other.uri(), Duration.ofSeconds(5)).write(user("li.lei", null, null)))
                    .isInstanceOfSatisfying(
                            Later.class, later -> assertThat(later.why()).contains("scim.url"));
        }
    }

    @Test
    void aRefusalIsExplainedWithoutAnythingOfThePerson() {
        try (var strict = new FakeServer(request -> request.method().equals("POST")
                ? new Response(
                        400,
                        "{\"scimType\":\"invalidValue\",\"detail\":\"emails: %s of 李雷 (%s) is not LI.LEI's, call +86 139 0000 2222\"}"
                                .formatted(EMAIL, MOBILE))
                : Response.ok("{\"totalResults\":0}"))) {
            assertThat(at(strict.uri(), Duration.ofSeconds(5)).write(user("li.lei", null, null)))
                    .isEqualTo(new Refused("the SCIM server refuses to create the user: HTTP 400 invalidValue:"
                            + " emails: *** of *** (***) is not ***'s, call ***"));
        }
    }

    @Test
    void whatIsNotDeletedYetIsTriedAgainAndWhatChangedMeanwhileToo() {
        var found = "{\"Resources\":[{\"id\":\"g1\",\"externalId\":\"%s/D100\"}]}".formatted(People.TENANT);
        try (var busy = new FakeServer(request -> switch (request.method()) {
            case "DELETE" -> new Response(409, "{\"detail\":\"the group has members\"}");
            case "PATCH" -> new Response(412, "{}");
            default -> Response.ok(found);
        })) {
            var directory = at(busy.uri(), Duration.ofSeconds(5));

            assertThat(directory.write(People.gone(department("D100", null, null), null)))
                    .isEqualTo(
                            new Later(
                                    null,
                                    "the SCIM server does not delete the department's group yet: HTTP 409: the group has members"));
            assertThat(directory.write(department("D100", null, null)))
                    .isEqualTo(new Later(null, "somebody else changed the entry at the same time"));
        }
    }

    @Test
    void aClientsTokenThatEndedEarlyIsHadAnew() {
        var tokens = new AtomicInteger();
        try (var issuer = new FakeServer(
                        _ -> Response.ok("{\"access_token\":\"t%d\"}".formatted(tokens.incrementAndGet())));
                var server = new FakeServer(
                        request -> "Bearer t2".equals(request.headers().get("Authorization"))
                                ? new Response(204, "")
                                : new Response(401, ""))) {
            var directory = new ScimServer(new Unlimited(), Clock.systemUTC())
                    .directory(new ScimSettings(
                            server.uri(),
                            null,
                            null,
                            new ScimSettings.ClientCredentials(issuer.uri(), "id", "secret", null),
                            Duration.ofSeconds(5),
                            true,
                            ScimSettings.Deleted.DELETE,
                            false,
                            ScimForm.usual()));
            var nobody = People.gone(user("li.lei", null, null), new Place("u1", null));

            assertThat(directory.write(nobody)).isInstanceOf(Later.class);
            directory.write(nobody);

            assertThat(server.requests().getLast().headers()).containsEntry("Authorization", "Bearer t2");
        }
    }

    @Test
    void nothingThatIsSentIsTold() {
        var place = bench.done(user("li.lei", null, null));
        for (var fault : Fault.values()) {
            bench.server.faults(_ -> fault);
            bench.write(user("li.lei", null, place));
            bench.write(user("li.lei", null, null));
            bench.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(bench.outside.told()).hasSizeGreaterThan(20).allSatisfy(told -> assertThat(told)
                .contains(People.TENANT)
                .doesNotContain(MOBILE, EMAIL, StubScim.TOKEN, "李雷"));
    }

    @Test
    void theTimeIsForAllCallsTogether() {
        var expired = new Deadline(Duration.ofMillis(-1), () -> 0);
        var client = new ScimClient(
                new ScimClient.Line(new Unlimited(), WebClient.create(), bench.server.uri()),
                Authorization.bearer("x"),
                Clock.systemUTC());

        var step = client.send(ScimCall.delete("DELETE_USER", "Users/1"), "t", expired);

        assertThat(step).isInstanceOfSatisfying(Step.Ended.class, ended -> assertThat(ended.written())
                .isInstanceOf(Later.class));
        assertThat(bench.server.calls()).isEmpty();
    }

    private static ScimDirectory at(URI uri, Duration timeout) {
        return new ScimServer(new Unlimited(), Clock.systemUTC())
                .directory(new ScimSettings(
                        uri,
                        StubScim.TOKEN,
                        null,
                        null,
                        timeout,
                        true,
                        ScimSettings.Deleted.DELETE,
                        false,
                        ScimForm.usual()));
    }
}
