package io.koobridge.tenant.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.koobridge.tenant.ledger.RowDocument.ATTEMPT;
import static io.koobridge.tenant.ledger.RowDocument.DUE_AT;
import static io.koobridge.tenant.ledger.RowDocument.ID;
import static io.koobridge.tenant.ledger.RowDocument.PLACE;
import static io.koobridge.tenant.ledger.RowDocument.POSITION;
import static io.koobridge.tenant.ledger.RowDocument.REFUSED;
import static io.koobridge.tenant.ledger.RowDocument.REFUSED_TENANT;
import static io.koobridge.tenant.ledger.RowDocument.SINCE;
import static io.koobridge.tenant.ledger.RowDocument.TENANT;
import static io.koobridge.tenant.ledger.RowDocument.VERSION;
import static io.koobridge.tenant.ledger.RowDocument.WORK;
import static io.koobridge.tenant.ledger.RowDocument.WORK_ROW;
import static io.koobridge.tenant.ledger.RowDocument.WORK_STATE;
import static io.koobridge.tenant.ledger.RowDocument.WORK_TENANT;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.tenant.TenantIds;
import io.koobridge.service.ledger.BsonJson;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Departments, or users: {@code {_id: tenant/code, state, version, position, causes, place, work, refused}}, one document each. {@code work} is there while the
 * directory has not heard of it.
 */
public final class RowTable<T> implements StorePreparation {

    private static final Logger log = LoggerFactory.getLogger(RowTable.class);

    private static final int READ_AT_ONCE = 1_000;
    private static final Bson CHANGES = Indexes.ascending(TENANT, POSITION, ID);
    private static final Bson DUE = Indexes.ascending(WORK_TENANT, DUE_AT, WORK_ROW);
    private static final Bson REFUSALS = Indexes.ascending(REFUSED_TENANT);
    private static final Bson OLDEST = Indexes.ascending(WORK_STATE, SINCE);

    private final MongoCollection<BsonDocument> rows;
    private final Kind<T> kind;

    /**
     * What stands in it.
     *
     * @param says whether two states look the same to whoever is told of them
     * @param grouped members of the document by which rows of one tenant are looked for
     */
    record Kind<T>(Class<T> type, BiPredicate<T, T> says, List<String> grouped) {}

    private RowTable(MongoCollection<BsonDocument> rows, Kind<T> kind) {
        this.rows = rows;
        this.kind = kind;
    }

    /**
     * Departments.
     *
     * @param rows whose acknowledged writes survive the loss of a node
     */
    public static RowTable<Department> ofDepartments(MongoCollection<BsonDocument> rows) {
        return new RowTable<>(rows, new Kind<>(Department.class, Department::says, List.of(Members.PARENT)));
    }

    /**
     * Users.
     *
     * @param rows whose acknowledged writes survive the loss of a node
     */
    public static RowTable<User> ofUsers(MongoCollection<BsonDocument> rows) {
        return new RowTable<>(rows, new Kind<>(User.class, User::says, List.of(Members.DEPARTMENT)));
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        var indexes = new ArrayList<>(List.of(
                new IndexModel(CHANGES),
                new IndexModel(DUE, new IndexOptions().sparse(true)),
                new IndexModel(OLDEST, new IndexOptions().sparse(true)),
                new IndexModel(REFUSALS, new IndexOptions().sparse(true))));
        kind.grouped().forEach(member -> indexes.add(new IndexModel(Indexes.ascending(TENANT, member, ID))));
        return Flux.from(rows.createIndexes(indexes)).then();
    }

    public Mono<Row<T>> find(String tenantId, String code) {
        return Mono.from(rows.find(eq(ID, TenantIds.of(tenantId, code))).first())
                .map(this::read);
    }

    public Flux<Row<T>> findAll(String tenantId, Collection<String> codes) {
        return Flux.from(rows.find(in(ID, ids(tenantId, codes)))).map(this::read);
    }

    /** How a row is called behind which a page begins. */
    public static String idOf(String tenantId, String code) {
        return TenantIds.of(tenantId, code);
    }

    /** All of a tenant, in no order. */
    public Flux<Row<T>> all(String tenantId) {
        return Flux.from(rows.find(eq(TENANT, tenantId)).batchSize(READ_AT_ONCE))
                .concatMap(this::readable);
    }

    /** In the order of their ids; {@code after} is the id of the last one that was read. */
    public Flux<Row<T>> page(String tenantId, @Nullable String after, int limit) {
        var filter = and(
                eq(TENANT, tenantId),
                gt(ID, after == null ? TenantIds.of(tenantId, "") : after),
                lt(ID, TenantIds.behind(tenantId)));
        return Flux.from(rows.find(filter).sort(Sorts.ascending(ID)).limit(limit))
                .map(this::read);
    }

    /** The same of those whose member has this value. */
    public Flux<Row<T>> page(
            String tenantId, String member, @Nullable String value, @Nullable String after, int limit) {
        var filter = and(eq(TENANT, tenantId), eq(member, value));
        return Flux.from(rows.find(after == null ? filter : and(filter, gt(ID, after)))
                        .sort(Sorts.ascending(ID))
                        .limit(limit))
                .map(this::read);
    }

    /** Changed in a generation after this one, or in this one and with an id behind {@code after}; oldest first, up to a generation. */
    public Flux<Row<T>> changes(String tenantId, long position, @Nullable String after, long upTo, int limit) {
        var behind = after == null
                ? gt(POSITION, position)
                : or(gt(POSITION, position), and(eq(POSITION, position), gt(ID, after)));
        return Flux.from(rows.find(and(eq(TENANT, tenantId), lte(POSITION, upTo), behind))
                        .sort(Sorts.ascending(POSITION, ID))
                        .limit(limit))
                .concatMap(this::readable);
    }

    /** What the directory has not heard of and may be told now; what waits longest first. */
    public Flux<Row<T>> due(String tenantId, Instant now, int limit) {
        return Flux.from(rows.find(and(eq(WORK_TENANT, tenantId), lte(DUE_AT, RowDocument.at(now))))
                        .sort(Sorts.ascending(DUE_AT))
                        .limit(limit))
                .concatMap(this::readable);
    }

    /** When the next one is due; empty when the directory has heard of all. */
    public Mono<Instant> nextDue(String tenantId) {
        return Mono.from(rows.find(eq(WORK_TENANT, tenantId))
                        .sort(Sorts.ascending(DUE_AT))
                        .first())
                .flatMap(found -> timeOf(found, "dueAt"));
    }

    /** Since when the one waits that waits longest; empty when none does. */
    public Mono<Instant> oldestUnpropagated() {
        return Mono.from(rows.find(eq(WORK_STATE, RowDocument.WAITING))
                        .sort(Sorts.ascending(SINCE))
                        .first())
                .flatMap(found -> timeOf(found, "since"));
    }

    Mono<Map<String, Known<T>>> known(String tenantId, Collection<String> codes) {
        return Flux.from(rows.find(in(ID, ids(tenantId, codes))))
                .map(found -> new Known<>(read(found), RowDocument.causes(found)))
                .collect(Collectors.toMap(known -> known.row().id(), known -> known));
    }

    /** A row, and whose word it stands on. */
    record Known<T>(Row<T> row, List<String> causes) {}

    RowWrites<T> writes(Telling telling) {
        return new RowWrites<>(rows, kind.says(), telling);
    }

    /** The directory has it as it was read. What changed since is told next. */
    public Mono<Void> told(Row<T> row, @Nullable Place place) {
        var placed = place == null ? unset(PLACE) : set(PLACE, BsonJson.write(place));
        var done = combine(placed, unset(WORK), unset(REFUSED));
        return Mono.from(rows.updateOne(RowDocument.unchanged(row), done))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(_ -> Mono.from(rows.updateOne(eq(ID, row.id()), placed)))
                .then();
    }

    /** The directory will never have it as it was read. */
    public Mono<Void> refused(String tenantId, Row<T> row, String why) {
        return Mono.from(rows.updateOne(
                        RowDocument.unchanged(row),
                        combine(
                                set(
                                        REFUSED,
                                        new BsonDocument("tenantId", new BsonString(tenantId))
                                                .append("why", new BsonString(why))),
                                unset(WORK))))
                .then();
    }

    /** To be told later. */
    public Mono<Void> postponed(Row<T> row, Instant dueAt) {
        return Mono.from(rows.updateOne(
                        RowDocument.unchanged(row).append(WORK_STATE, RowDocument.WAITING),
                        combine(set(DUE_AT, RowDocument.at(dueAt)), inc(ATTEMPT, 1))))
                .then();
    }

    /** What the directory refused for good; some of it. */
    public Flux<Row<T>> refusals(String tenantId, int limit) {
        return Flux.from(rows.find(eq(REFUSED_TENANT, tenantId)).limit(limit)).concatMap(this::readable);
    }

    /**
     * Whom the directory is to hear of once more.
     *
     * @param member absent: all of the tenant; present: those whom the directory has and whose member has this value
     */
    public record Those(
            String tenantId,
            @Nullable String member,
            @Nullable String value) {

        public static Those all(String tenantId) {
            return new Those(tenantId, null, null);
        }

        private Bson filter() {
            var all = eq(TENANT, tenantId);
            return member == null ? all : and(all, eq(member, value), exists(PLACE));
        }
    }

    /**
     * The directory is to hear of some once more, behind {@code after} in the order of their ids.
     *
     * @return id of the last of them; empty when none is left
     */
    public Mono<String> again(Those those, @Nullable String after, Instant now) {
        var filter = after == null ? those.filter() : and(those.filter(), gt(ID, after));
        return Flux.from(rows.find(filter)
                        .projection(include(ID))
                        .sort(Sorts.ascending(ID))
                        .limit(READ_AT_ONCE))
                .map(row -> row.getString(ID).getValue())
                .collectList()
                .flatMap(ids -> marked(those.tenantId(), ids, now)
                        .then(ids.size() < READ_AT_ONCE ? Mono.empty() : Mono.just(ids.getLast())));
    }

    /** The directory is to hear of one once more. */
    public Mono<Void> againOne(String tenantId, String code, Instant now) {
        return marked(tenantId, List.of(TenantIds.of(tenantId, code)), now);
    }

    /** Each by itself, for each row's work names the row. */
    private Mono<Void> marked(String tenantId, List<String> ids, Instant now) {
        var marks = ids.stream()
                .map(id -> new UpdateOneModel<BsonDocument>(
                        eq(ID, id),
                        combine(
                                set(WORK, RowDocument.work(id, tenantId, now, now, 0)),
                                inc(VERSION, 1),
                                unset(REFUSED))))
                .toList();
        return marks.isEmpty()
                ? Mono.empty()
                : Mono.from(rows.bulkWrite(marks, new BulkWriteOptions().ordered(true)))
                        .then();
    }

    /** A row that somebody broke must not keep the directory from those behind it, nor a tenant from its review. */
    private Mono<Row<T>> readable(BsonDocument document) {
        try {
            return Mono.just(read(document));
        } catch (UnreadableEntryException e) {
            log.atError().addKeyValue("error", e.getMessage()).log("a row of a tenant cannot be read");
            return Mono.empty();
        }
    }

    private static Mono<Instant> timeOf(BsonDocument row, String member) {
        return Mono.justOrEmpty(row.getDocument(WORK, new BsonDocument()).get(member))
                .filter(BsonValue::isDateTime)
                .map(time -> Instant.ofEpochMilli(time.asDateTime().getValue()));
    }

    Row<T> read(BsonDocument document) {
        return RowDocument.read(document, kind.type());
    }

    private static List<String> ids(String tenantId, Collection<String> codes) {
        return codes.stream().map(code -> TenantIds.of(tenantId, code)).toList();
    }
}
