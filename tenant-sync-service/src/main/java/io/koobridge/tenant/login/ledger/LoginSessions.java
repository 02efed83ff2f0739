package io.koobridge.tenant.login.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginSession;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * {@code login-sessions}: {@code {_id: place, version, until, secret | handle, browser, session, delivery}}. A login is first a handle, by which the browser
 * fetches what the product gets, once; from then on a secret. Every change is one write of one document.
 */
public final class LoginSessions implements StorePreparation {

    /** As long as a redirect takes a slow browser. */
    public static final Duration FETCHED_WITHIN = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(LoginSessions.class);
    private static final int TRIES = 8;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final MongoCollection<BsonDocument> sessions;
    private final Clock clock;
    private final Supplier<String> secrets;
    private final int places;

    /**
     * The collection.
     *
     * @param secrets unguessable, 32 to 64 characters of base64url
     * @param places how many sessions a user has in an application at most; the oldest makes room
     */
    public LoginSessions(MongoCollection<BsonDocument> sessions, Clock clock, Supplier<String> secrets, int places) {
        if (places < 1 || places > SessionToken.MOST_PLACES) {
            throw new IllegalArgumentException(
                    "a user has 1 to %d sessions, not %d".formatted(SessionToken.MOST_PLACES, places));
        }
        this.sessions = sessions;
        this.clock = clock;
        this.secrets = secrets;
        this.places = places;
    }

    /**
     * A session that somebody has.
     *
     * @param token shows that he has it
     * @param version that a change is made to
     */
    public record Held(String token, LoginSession session, long version) {}

    /** What a browser fetched. */
    public record Fetched(Held held, Delivery delivery) {}

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(sessions.createIndex(Indexes.ascending(SessionForm.UNTIL)))
                .then();
    }

    /**
     * A new session, and the handle that it is fetched by.
     *
     * @param browser what it must show beside the handle
     */
    public Mono<String> open(LoginSession session, Delivery delivery, String browser) {
        var bound = new Bound(delivery, SessionToken.digest(browser));
        return Mono.defer(() -> place(session).flatMap(free -> put(session.at(free.place()), bound, free.version())))
                .retryWhen(Retry.backoff(TRIES, PAUSE).filter(TakenException.class::isInstance));
    }

    /** Somebody else was faster. */
    private static final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param browser digest of what it must show */
    record Bound(Delivery delivery, String browser) {}

    /** @param version of what stands there; 0: nothing */
    private record Place(String place, long version, Instant since) {}

    /** A free one, else the one whose session is over or the oldest. */
    private Mono<Place> place(LoginSession session) {
        var all = IntStream.range(0, places)
                .mapToObj(number -> SessionToken.place(session.application(), session.person(), number))
                .toList();
        return Flux.from(sessions.find(in(SessionForm.ID, all)))
                .collectMap(SessionForm::place)
                .map(taken -> all.stream()
                        .map(place -> {
                            var there = taken.get(place);
                            return there == null
                                    ? new Place(place, 0, Instant.MIN)
                                    : new Place(place, SessionForm.version(there), since(there));
                        })
                        .min(Comparator.comparing(Place::since))
                        .orElseThrow());
    }

    private Instant since(BsonDocument document) {
        return SessionForm.until(document).isAfter(clock.instant())
                ? SessionForm.session(document).authTime()
                : Instant.EPOCH;
    }

    private Mono<String> put(LoginSession session, Bound bound, long version) {
        var handle = SessionToken.fresh(session.place(), secrets);
        var document = SessionForm.waiting(
                session, version + 1, handle.digest(), bound, clock.instant().plus(FETCHED_WITHIN));
        var written = version == 0
                ? Mono.from(sessions.insertOne(document))
                        .thenReturn(Boolean.TRUE)
                        .onErrorResume(LoginSessions::taken, _ -> Mono.just(Boolean.FALSE))
                : replaced(session.place(), version, document);
        return written.flatMap(done -> done ? Mono.just(handle.text()) : Mono.error(new TakenException()));
    }

    /** By its handle, once; empty when that was used, is too old, or is another browser's or application's: for these it stays. */
    public Mono<Fetched> fetch(String application, String handle, String browser) {
        return at(handle, SessionForm.HANDLE)
                .filter(document -> same(document, SessionForm.BROWSER, SessionToken.digest(browser)))
                .filter(document -> SessionForm.session(document).application().equals(application))
                .filter(document -> SessionForm.fetchedUntil(document).isAfter(clock.instant()))
                .flatMap(document -> {
                    var session = SessionForm.session(document);
                    var token = SessionToken.fresh(session.place(), secrets);
                    long version = SessionForm.version(document);
                    return replaced(session.place(), version, SessionForm.held(session, version + 1, token.digest()))
                            .filter(done -> done)
                            .map(_ -> new Fetched(
                                    new Held(token.text(), session, version + 1), SessionForm.delivery(document)));
                });
    }

    /** Of whoever shows this token; also one that is over and still there. */
    public Mono<Held> find(String token) {
        return at(token, SessionForm.SECRET)
                .map(document -> new Held(token, SessionForm.session(document), SessionForm.version(document)));
    }

    /** Empty when it changed in between, or is gone; else as it is now. */
    public Mono<Held> change(Held held, LoginSession session) {
        var token = SessionToken.of(held.token()).orElseThrow();
        return replaced(session.place(), held.version(), SessionForm.held(session, held.version() + 1, token.digest()))
                .filter(done -> done)
                .map(_ -> new Held(held.token(), session, held.version() + 1));
    }

    /** False when it is another one's place by now. */
    public Mono<Boolean> end(Held held) {
        return Mono.from(sessions.deleteOne(version(held.session().place(), held.version())))
                .map(result -> result.getDeletedCount() == 1);
    }

    /** Of whoever shows its token, whatever was renewed in between. False when there is none. */
    public Mono<Boolean> end(String token) {
        return Mono.justOrEmpty(SessionToken.of(token))
                .flatMap(owned -> Mono.from(sessions.deleteOne(
                        and(eq(SessionForm.ID, owned.place()), eq(SessionForm.SECRET, owned.digest())))))
                .map(result -> result.getDeletedCount() == 1)
                .defaultIfEmpty(Boolean.FALSE);
    }

    /**
     * Of whoever holds them. One that cannot be read is left out; it goes when it is over.
     *
     * @param page how many are read at once
     */
    public Flux<Held> all(int page) {
        return after("", page)
                .expand(some -> some.size() < page ? Mono.empty() : after(SessionForm.place(some.getLast()), page))
                .concatMapIterable(some -> some)
                .concatMap(LoginSessions::readable);
    }

    private Mono<List<BsonDocument>> after(String place, int most) {
        return Flux.from(sessions.find(gt(SessionForm.ID, place))
                        .sort(Sorts.ascending(SessionForm.ID))
                        .limit(most))
                .collectList();
    }

    private static Mono<Held> readable(BsonDocument document) {
        return Mono.fromSupplier(() -> new Held("", SessionForm.session(document), SessionForm.version(document)))
                .onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("error", error.getClass().getSimpleName())
                            .log("a login's session cannot be read; it is left until its end");
                    return Mono.empty();
                });
    }

    /** How many were over. */
    public Mono<Long> forgetBefore(Instant now) {
        return Mono.from(sessions.deleteMany(lte(SessionForm.UNTIL, SessionForm.date(now))))
                .map(result -> result.getDeletedCount());
    }

    private Mono<BsonDocument> at(String text, String member) {
        return Mono.justOrEmpty(SessionToken.of(text)).flatMap(token -> Mono.from(
                        sessions.find(eq(SessionForm.ID, token.place())).first())
                .filter(document -> same(document, member, token.digest())));
    }

    private static boolean same(BsonDocument document, String member, String digest) {
        return document.isString(member)
                && MessageDigest.isEqual(bytes(document.getString(member).getValue()), bytes(digest));
    }

    private Mono<Boolean> replaced(String place, long version, BsonDocument document) {
        return Mono.from(sessions.replaceOne(version(place, version), document))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Bson version(String place, long version) {
        return and(eq(SessionForm.ID, place), eq(SessionForm.VERSION, version));
    }

    private static byte[] bytes(String hex) {
        return hex.getBytes(US_ASCII);
    }

    private static boolean taken(Throwable error) {
        return error instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
