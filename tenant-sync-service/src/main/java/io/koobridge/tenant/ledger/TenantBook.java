package io.koobridge.tenant.ledger;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.tenant.domain.Tenant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tenants, for those who only read them. */
public final class TenantBook implements StorePreparation {

    private static final String ID = "_id";

    /** As the ledger writes a tenant. */
    private static final String MISSING = "state.organisation.missing";

    private static final Bson BY_MISSING = Indexes.ascending(MISSING);

    private final LedgerStore<Tenant> store;
    private final MongoCollection<BsonDocument> tenants;

    public TenantBook(LedgerStore<Tenant> store, MongoCollection<BsonDocument> tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(tenants.createIndex(BY_MISSING)).then();
    }

    /** Empty when nothing was told of it. */
    public Mono<Tenant> find(String tenantId) {
        return store.find(tenantId).map(Entry::state);
    }

    /** In the order of their ids, those behind {@code after}. */
    public Flux<Tenant> page(@Nullable String after, int limit) {
        var ids = Flux.from(tenants.find(after == null ? gt(ID, "") : gt(ID, after))
                        .projection(include(ID))
                        .sort(Sorts.ascending(ID))
                        .limit(limit))
                .map(row -> row.getString(ID).getValue());
        return ids.collectList()
                .flatMapMany(found -> store.findAll(found).map(Entry::state).sort((one, other) -> one.id()
                        .compareTo(other.id())));
    }

    /** Departments that last whole organisations did not name, of all tenants. */
    public Mono<Long> missingDepartments() {
        return Mono.from(tenants.aggregate(List.of(match(gt(MISSING, 0L)), group(null, sum("missing", "$" + MISSING))))
                        .hint(BY_MISSING)
                        .first())
                .map(found -> found.getNumber("missing").longValue())
                .defaultIfEmpty(0L);
    }
}
