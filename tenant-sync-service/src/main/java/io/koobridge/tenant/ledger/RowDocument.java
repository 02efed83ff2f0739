package io.koobridge.tenant.ledger;

import io.koobridge.service.ledger.BsonJson;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.tenant.domain.directory.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** How a row stands in its collection. */
final class RowDocument {

    static final String ID = "_id";
    static final String TENANT = "state.tenantId";
    static final String STATE = "state";
    static final String VERSION = "version";
    static final String POSITION = "position";
    static final String CAUSES = "causes";
    static final String PLACE = "place";
    static final String REFUSED = "refused";
    static final String REFUSED_TENANT = "refused.tenantId";
    static final String WORK = "work";
    static final String WORK_TENANT = "work.tenantId";
    static final String WORK_STATE = "work.state";
    static final String WORK_ROW = "work.row";
    static final String DUE_AT = "work.dueAt";
    static final String SINCE = "work.since";
    static final String ATTEMPT = "work.attempt";

    /** All work has it: whoever looks for the oldest asks for it, and reads nothing else. */
    static final BsonString WAITING = new BsonString("WAITING");

    /** Whoever lost his partition may still write what he read: so many facts back are known again. */
    private static final int REMEMBERED = 4;

    private RowDocument() {}

    static <T> Row<T> read(BsonDocument document, Class<T> type) {
        var id = document.getString(ID).getValue();
        try {
            return new Row<>(
                    id,
                    BsonJson.read(document.getDocument(STATE), type),
                    document.getNumber(VERSION).longValue(),
                    document.getNumber(POSITION).longValue(),
                    place(document),
                    work(document),
                    document.isDocument(REFUSED)
                            ? document.getDocument(REFUSED).getString("why").getValue()
                            : null);
        } catch (JacksonException | IllegalStateException | IllegalArgumentException e) {
            throw new UnreadableEntryException(id, e);
        }
    }

    private static @Nullable Place place(BsonDocument document) {
        return document.isDocument(PLACE) ? BsonJson.read(document.getDocument(PLACE), Place.class) : null;
    }

    private static Row.@Nullable Pending work(BsonDocument document) {
        if (!document.isDocument(WORK)) {
            return null;
        }
        var work = document.getDocument(WORK);
        return new Row.Pending(
                time(work.getDateTime("dueAt")),
                time(work.getDateTime("since")),
                work.getNumber("attempt").intValue());
    }

    /** Names its row once more: in an index, rows that are due at the same time are told apart by it. */
    static BsonDocument work(String id, String tenantId, Instant dueAt, Instant since, int attempt) {
        return new BsonDocument("state", WAITING)
                .append("row", new BsonString(id))
                .append("tenantId", new BsonString(tenantId))
                .append("dueAt", at(dueAt))
                .append("since", at(since))
                .append("attempt", new BsonInt32(attempt));
    }

    static List<String> causes(BsonDocument document) {
        var causes = new ArrayList<String>();
        document.getArray(CAUSES, new BsonArray())
                .forEach(each -> causes.add(each.asString().getValue()));
        return causes;
    }

    static BsonArray remembering(String cause, List<String> known) {
        var causes = new BsonArray();
        causes.add(new BsonString(cause));
        known.stream().limit(REMEMBERED - 1L).forEach(each -> causes.add(new BsonString(each)));
        return causes;
    }

    /** The row as it was read. */
    static BsonDocument unchanged(Row<?> row) {
        return new BsonDocument(ID, new BsonString(row.id())).append(VERSION, new BsonInt64(row.version()));
    }

    static BsonDateTime at(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static Instant time(BsonDateTime time) {
        return Instant.ofEpochMilli(time.getValue());
    }
}
