package io.koobridge.provisioning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Work;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceCensusTest {

    private static final Work WORK = new Work("t", 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    private final TestDatabase database = new TestDatabase(InstanceCensusTest.class);
    private final MongoLedgerStore<Instance> store;
    private final InstanceCensus census;

    InstanceCensusTest() {
        store = new MongoLedgerStore<>(database.instances(), Instance.class);
        census = new InstanceCensus(database.instances());
        census.prepare(database.database()).block();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theStoreCountsEachInstanceInThePhaseThatItSaysOfItself() {
        var all = List.of(
                Instances.ordered(),
                Instances.learned(),
                Instances.active(),
                Instances.active().refused(Instances.FAILURE),
                Instances.frozen(),
                Instances.failed(),
                Instances.released(),
                Instances.after(
                        Instances.failed(),
                        Instances.fact(
                                "release", 30, new io.koobridge.events.instance.InstanceFact.InstanceReleased(null))));
        for (int i = 0; i < all.size(); i++) {
            store.insert("kb-" + i, all.get(i), WORK).block();
        }

        var phases = all.stream().collect(Collectors.groupingBy(Instance::phase, Collectors.counting()));
        assertThat(phases).as("every phase occurs").hasSameSizeAs(Phase.values());
        assertThat(counted()).isEqualTo(phases);
    }

    @Test
    void aPhaseWithoutInstancesIsZeroAndNotAbsent() {
        assertThat(counted()).hasSameSizeAs(Phase.values()).allSatisfy((_, number) -> assertThat(number)
                .isZero());
    }

    private Map<Phase, Long> counted() {
        var counted = new EnumMap<Phase, Long>(Phase.class);
        var byTags = Objects.requireNonNull(census.byPhase().block());
        for (var phase : Phase.values()) {
            counted.put(phase, Objects.requireNonNull(byTags.get(Tags.of("phase", phase.name()))));
        }
        return counted;
    }
}
