package io.koobridge.service.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people did with dead letters: one document for each letter that somebody dealt with, {@code _id} its id and time. */
public final class DeadLetterMarks {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final int ACTIONS_KEPT = 16;

    private final MongoCollection<BsonDocument> collection;
    private final Clock clock;

    /** A letter nobody dealt with has no mark: it is open. */
    public enum State {
        OPEN,
        REPLAYED,
        PARKED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DeadLetterMarks(MongoCollection<BsonDocument> collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    /** What is known of these letters; those without a mark are open. */
    Mono<Function<DeadLetter, State>> of(Collection<DeadLetter> letters) {
        return Flux.from(collection.find(
                        in(ID, letters.stream().map(DeadLetterMarks::key).toList())))
                .collectMap(found -> found.getString(ID).getValue(), DeadLetterMarks::state)
                .map(known -> letter -> known.getOrDefault(key(letter), State.OPEN));
    }

    Mono<State> of(DeadLetter letter) {
        return of(List.of(letter)).map(known -> known.apply(letter));
    }

    /** False when it was replayed before, and once was not to be enough. */
    Mono<Boolean> replayed(DeadLetter letter, String why, boolean again) {
        return mark(again ? eq(ID, key(letter)) : notReplayed(letter), State.REPLAYED, why);
    }

    /** False when it was replayed before: there is nothing left to park. */
    Mono<Boolean> parked(DeadLetter letter, String why) {
        return mark(notReplayed(letter), State.PARKED, why);
    }

    private static Bson notReplayed(DeadLetter letter) {
        return and(eq(ID, key(letter)), ne(STATE, State.REPLAYED.label()));
    }

    /** A topic that is made anew counts its offsets from 0 again: the time tells its letters from those of the old one. */
    private static String key(DeadLetter letter) {
        return "%s@%d".formatted(letter.id(), letter.writtenAt().toEpochMilli());
    }

    /** An insert that meets the mark it must not replace fails by its {@code _id}. */
    private Mono<Boolean> mark(Bson where, State state, String why) {
        var action = new BsonDocument("action", new BsonString(state.label()))
                .append("why", new BsonString(why))
                .append("at", new BsonDateTime(clock.millis()));
        var update = combine(
                set(STATE, state.label()),
                pushEach("actions", List.of(action), new PushOptions().slice(-ACTIONS_KEPT)));
        return Mono.from(collection.updateOne(where, update, new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(DeadLetterMarks::isDuplicate, _ -> Mono.just(false));
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static State state(BsonDocument mark) {
        return State.valueOf(mark.getString(STATE).getValue().toUpperCase(Locale.ROOT));
    }
}
