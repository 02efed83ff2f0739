package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Stage;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many instances are in each phase. A phase is not stored; what it follows from is, and stands in an index that answers
 * alone, so that no document is read.
 */
public final class InstanceCensus implements StorePreparation {

    private static final String WANTED = "state.spec.wanted.value";
    private static final String OBSERVED = "state.status.observed";
    private static final String FAILURE = "state.status.failure.reason";

    private static final Bson INDEX = Indexes.ascending(WANTED, OBSERVED, FAILURE);

    private static final BsonDocument COMBINATION = new BsonDocument("wanted", new BsonString("$" + WANTED))
            .append("observed", new BsonString("$" + OBSERVED))
            .append("failure", new BsonString("$" + FAILURE));

    private final MongoCollection<BsonDocument> instances;

    public InstanceCensus(MongoCollection<BsonDocument> instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(instances.createIndex(INDEX)).then();
    }

    /** Every phase has a number. */
    public Mono<Map<Tags, Long>> byPhase() {
        return Flux.from(instances
                        .aggregate(List.of(match(gt(WANTED, "")), group(COMBINATION, sum("instances", 1L))))
                        .hint(INDEX))
                .reduceWith(InstanceCensus::none, InstanceCensus::plus);
    }

    private static Map<Tags, Long> none() {
        var none = new HashMap<Tags, Long>();
        Arrays.stream(Phase.values()).forEach(phase -> none.put(label(phase), 0L));
        return none;
    }

    private static Map<Tags, Long> plus(Map<Tags, Long> counted, BsonDocument found) {
        var combination = found.getDocument("_id");
        var phase = Stage.phase(
                WantedState.valueOf(combination.getString("wanted").getValue()),
                present(combination, "observed"),
                present(combination, "failure"));
        counted.merge(label(phase), found.getNumber("instances").longValue(), Long::sum);
        return counted;
    }

    private static boolean present(BsonDocument combination, String member) {
        return !combination.get(member, BsonNull.VALUE).isNull();
    }

    private static Tags label(Phase phase) {
        return Tags.of("phase", phase.name());
    }
}
