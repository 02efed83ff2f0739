package io.koobridge.tenant.login.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.service.config.LedgerModule;
import io.koobridge.tenant.Stores;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginSession;
import io.koobridge.tenant.login.domain.LoginSession.Access;
import io.koobridge.tenant.login.domain.Person;
import io.koobridge.testkit.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions and used codes in a store that speaks MongoDB's protocol. */
class LoginBooksTest {

    private static final Delivery DELIVERY = new Delivery(URI.create("https://erp.example.com/login/return"), "n1");
    private static final String BROWSER = "what-the-browser-shows";
    private static final Person PERSON = new Person(People.TENANT, "Acme", null, "li.lei", "李雷", "user", null, false);

    private final Stores stores = Stores.fresh(LoginBooksTest.class);
    private final MutableClock clock = MutableClock.at(People.NOW);
    private final AtomicLong secrets = new AtomicLong();
    private final LoginSessions sessions = new LoginSessions(
            LedgerModule.collection(stores.database(), "login-sessions"),
            clock,
            () -> "%032d".formatted(secrets.incrementAndGet()),
            5);

    @AfterEach
    void close() {
        stores.close();
    }

    private static LoginSession session() {
        return new LoginSession("", "erp", PERSON, Access.NONE, People.NOW, People.NOW.plus(Duration.ofHours(12)));
    }

    private UsedCodes replica() {
        return new UsedCodes(LedgerModule.collection(stores.database(), "login-codes"), clock);
    }

    @Test
    void whatWasOpenedIsFetchedOnceAndIsTheSame() {
        var handle = sessions.open(session(), DELIVERY, BROWSER).blockOptional().orElseThrow();

        var fetched = sessions.fetch("erp", handle, BROWSER).blockOptional().orElseThrow();

        assertThat(sessions.fetch("erp", handle, BROWSER).block()).isNull();
        assertThat(sessions.find(handle).block()).isNull();
        assertThat(fetched.delivery()).isEqualTo(DELIVERY);
        var found = sessions.find(fetched.held().token()).blockOptional().orElseThrow();
        assertThat(found.session().person()).isEqualTo(PERSON);
        assertThat(found).isEqualTo(fetched.held());
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void whatIsAnotherBrowsersOrApplicationsStaysForItsOwner() {
        var handle = sessions.open(session(), DELIVERY, BROWSER).blockOptional().orElseThrow();

        assertThat(sessions.fetch("erp", handle, "another").block()).isNull();
        assertThat(sessions.fetch("erp", handle, "").block()).isNull();
        assertThat(sessions.fetch("crm", handle, BROWSER).block()).isNull();
        assertThat(sessions.fetch("erp", handle, BROWSER).block()).isNotNull();
    }

    @Test
    void whoeverLogsOutIsLoggedOutWhateverWasRenewedMeanwhile() {
        var held = sessions.open(session(), DELIVERY, BROWSER)
                .flatMap(handle -> sessions.fetch("erp", handle, BROWSER))
                .map(LoginSessions.Fetched::held)
                .blockOptional()
                .orElseThrow();
        var renewed = sessions.change(held, held.session()).blockOptional().orElseThrow();

        assertThat(sessions.end(held.token().substring(0, 24) + "x".repeat(32)).block())
                .isFalse();
        assertThat(sessions.end(held.token()).block()).isTrue();

        assertThat(sessions.change(renewed, held.session()).block()).isNull();
        assertThat(sessions.end(held.token()).block()).isFalse();
        assertThat(sessions.end("x").block()).isFalse();
    }

    @Test
    void oneThatCannotBeReadHidesNoOther() {
        sessions.open(session(), DELIVERY, BROWSER).block();
        Mono.from(
                        stores.database()
                                .getCollection("login-sessions", BsonDocument.class)
                                .insertOne(
                                        BsonDocument.parse(
                                                "{'_id': '-', 'version': 1, 'until': {'$date': '2030-01-01T00:00:00Z'}, 'session': {'place': 1}}")))
                .block();

        assertThat(sessions.all(1).count().block()).isOne();
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void ofManyWhoFetchAtTheSameTimeOneDoes() {
        var handle = sessions.open(session(), DELIVERY, BROWSER).blockOptional().orElseThrow();

        assertThat(Flux.range(0, 16)
                        .flatMap(_ -> sessions.fetch("erp", handle, BROWSER), 16)
                        .count()
                        .block())
                .isOne();
    }

    @Test
    void aUserNeverHasMoreSessionsThanPlacesHoweverManyBegin() {
        var handles = Flux.range(0, 40)
                .flatMap(_ -> sessions.open(session(), DELIVERY, BROWSER).onErrorResume(_ -> Mono.empty()), 2)
                .count()
                .block();

        assertThat(handles).isEqualTo(40);
        assertThat(documents()).isEqualTo(5);
    }

    @Test
    void aChangeOfWhatChangedIsNone() {
        var held = sessions.open(session(), DELIVERY, BROWSER)
                .flatMap(handle -> sessions.fetch("erp", handle, BROWSER))
                .map(LoginSessions.Fetched::held)
                .blockOptional()
                .orElseThrow();

        assertThat(sessions.change(held, held.session()).block()).isNotNull();
        assertThat(sessions.change(held, held.session()).block()).isNull();
        assertThat(sessions.end(held).block()).isFalse();
    }

    @Test
    void whatNobodyFetchedIsForgottenSoon() {
        sessions.open(session(), DELIVERY, BROWSER).block();
        clock.advance(LoginSessions.FETCHED_WITHIN);

        assertThat(sessions.forgetBefore(clock.instant()).block()).isOne();
        assertThat(documents()).isZero();
    }

    @Test
    void whatIsNoTokenIsNobodys() {
        for (var text :
                new String[] {"", "x", "a".repeat(24), "a".repeat(22) + "99" + "b".repeat(32), "é".repeat(60)}) {
            assertThat(sessions.find(text).block()).isNull();
            assertThat(sessions.fetch("erp", text, BROWSER).block()).isNull();
        }
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aCodeIsUsedOnceWhicheverReplicaItIsShownTo() {
        var one = replica();
        var other = replica();

        var uses = Flux.range(0, 32)
                .flatMap(at -> (at % 2 == 0 ? one : other).use("erp", "c1"), 32)
                .filter(fresh -> fresh)
                .count()
                .block();

        assertThat(uses).isOne();
        assertThat(replica().use("erp", "c1").block()).isFalse();
        assertThat(replica().use("crm", "c1").block()).isTrue();
    }

    @Test
    void codesAreForgottenWhenNobodyTakesThemAnyMore() {
        replica().use("erp", "c1").block();

        assertThat(replica().forgetBefore(clock.instant()).block()).isZero();
        assertThat(replica()
                        .forgetBefore(clock.instant().plus(UsedCodes.REMEMBERED))
                        .block())
                .isOne();
    }

    private long documents() {
        return Objects.requireNonNull(Mono.from(stores.database()
                        .getCollection("login-sessions", BsonDocument.class)
                        .countDocuments())
                .block());
    }
}
