package io.koobridge.service.ledger;

import io.koobridge.events.TraceContext;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** How an entry stands in its collection. Field names are part of the operators' world: they query them. */
final class EntryDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String STATE = "state";
    static final String WORK = "work";
    static final String TICKET = "work.ticket";
    static final String DUE_AT = "work.dueAt";
    static final String SINCE = "work.since";
    static final String STUCK_AT = "work.stuckAt";
    static final String LEASE = "lease";
    static final String HOLDER = "lease.holder";
    static final String UNTIL = "lease.until";
    static final String PUBLISHED_VERSION = "publishedVersion";

    private EntryDocument() {}

    static BsonDocument of(String id, Object state, Work work) {
        return new BsonDocument(ID, new BsonString(id))
                .append(VERSION, new BsonInt64(1))
                .append(STATE, BsonJson.write(state))
                .append(WORK, of(work));
    }

    static BsonDocument of(Work work) {
        var document = new BsonDocument("ticket", new BsonString(work.ticket()))
                .append("attempt", new BsonInt32(work.attempt()))
                .append("dueAt", of(work.dueAt()))
                .append("since", of(work.since()))
                .append("stuckAt", of(work.stuckAt()));
        return work.trace() == null
                ? document
                : document.append(
                        TraceContext.HEADER, new BsonString(work.trace().toString()));
    }

    static BsonDocument of(Lease lease) {
        return new BsonDocument("holder", new BsonString(lease.holder())).append("until", of(lease.until()));
    }

    static BsonDateTime of(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    static <S> Entry<S> read(BsonDocument document, Class<S> type) {
        var id = document.getString(ID).getValue();
        try {
            return new Entry<>(
                    id,
                    BsonJson.read(document.getDocument(STATE), type),
                    document.getNumber(VERSION).longValue(),
                    document.containsKey(WORK) ? work(document.getDocument(WORK)) : null,
                    document.containsKey(LEASE) ? lease(document.getDocument(LEASE)) : null);
        } catch (JacksonException | IllegalStateException | IllegalArgumentException e) {
            throw new UnreadableEntryException(id, e);
        }
    }

    static Work work(BsonDocument work) {
        return new Work(
                work.getString("ticket").getValue(),
                work.getNumber("attempt").intValue(),
                time(work, "dueAt"),
                time(work, "since"),
                time(work, "stuckAt"),
                trace(work));
    }

    /** Only informs: whatever else stands there is none. */
    private static @Nullable TraceContext trace(BsonDocument work) {
        return work.get(TraceContext.HEADER) instanceof BsonString text ? TraceContext.of(text.getValue()) : null;
    }

    private static @Nullable Lease lease(BsonDocument lease) {
        return new Lease(lease.getString("holder").getValue(), time(lease, "until"));
    }

    private static Instant time(BsonDocument document, String name) {
        return Instant.ofEpochMilli(document.getDateTime(name).getValue());
    }
}
