package io.koobridge.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.topic.Topic;
import io.koobridge.runtime.topic.TopicsProperties.Mode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRoundTest {

    private static final Topic LOG = new Topic("log", 12, Duration.ofDays(7));
    private static final Topic STATES = new Topic("states", 12, null);

    private final FakeBroker broker = new FakeBroker();

    /** Has one replica of everything, as a broker on somebody's own machine. */
    private static final class FakeBroker implements TopicBroker {
        final Map<String, Found> topics = new HashMap<>();
        final Map<String, Map<String, String>> settings = new HashMap<>();

        @Override
        public Map<String, Found> find(Collection<String> names) {
            var found = new HashMap<>(topics);
            found.keySet().retainAll(names);
            return found;
        }

        @Override
        public void create(Collection<NewTopicPlan> plans) {
            plans.forEach(plan -> {
                topics.put(plan.name(), new Found(plan.partitions(), 1));
                settings.put(plan.name(), plan.settings());
            });
        }
    }

    @Test
    void missingTopicsAreMadeAsTheTableHasThem() throws Exception {
        var seen = round(Mode.CREATE, 0).run(broker);

        assertThat(seen.missing()).isFalse();
        assertThat(broker.topics.get("log")).isEqualTo(new TopicBroker.Found(12, 1));
        assertThat(broker.settings.get("log")).isEqualTo(Map.of("retention.ms", "604800000"));
        assertThat(broker.settings.get("states")).isEqualTo(Map.of("cleanup.policy", "compact"));
    }

    @Test
    void onOnesOwnMachineTopicsAreNarrowAndNobodyAsksForReplicas() throws Exception {
        var seen = round(Mode.CREATE, 3).run(broker);

        assertThat(broker.topics).containsEntry("states", new TopicBroker.Found(3, 1));
        assertThat(seen.warnings()).isEmpty();
    }

    @Test
    void whoOnlyVerifiesMakesNothingAndNamesWhatIsMissing() throws Exception {
        broker.topics.put("log", new TopicBroker.Found(12, 2));

        var seen = round(Mode.VERIFY, 0).run(broker);

        assertThat(broker.topics).containsOnlyKeys("log");
        assertThat(seen.missing()).isTrue();
        assertThat(seen.warnings()).singleElement().asString().contains("states is missing", "12", "compact");
    }

    @Test
    void aTopicOfAnotherWidthIsNamedAndLeftAlone() throws Exception {
        broker.topics.put("log", new TopicBroker.Found(5, 2));
        broker.topics.put("states", new TopicBroker.Found(12, 2));

        var seen = round(Mode.CREATE, 0).run(broker);

        assertThat(seen.warnings()).singleElement().asString().contains("log has 5 partitions, not 12");
        assertThat(broker.topics).containsEntry("log", new TopicBroker.Found(5, 2));
    }

    @Test
    void tooFewReplicasAreNamed() throws Exception {
        broker.topics.put("log", new TopicBroker.Found(12, 1));
        broker.topics.put("states", new TopicBroker.Found(12, 2));

        assertThat(round(Mode.VERIFY, 0).run(broker).warnings())
                .singleElement()
                .asString()
                .contains("log has min.insync.replicas=1");
    }

    private static TopicRound round(Mode mode, int partitions) {
        return new TopicRound(List.of(LOG, STATES), new TopicsProperties(mode, partitions));
    }
}
