package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.topic.Topics;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

/** Each consumer costs threads, buffers and a place in a rebalance: there are no more than partitions to read. */
class FootprintTest {

    private static final String REQUESTS =
            Topics.requests("provisioning-service").name();

    @Test
    void eachRungOfTheLadderHasItsTopicAndOneConsumer() throws Exception {
        try (var marketplace = new FakeServer(Marketplace::order);
                var _ = new RunningProvisioning(
                        marketplace.url(),
                        Map.of("koobridge.provisioner.template.front-end-url", "https://app.example.com"));
                var admin = Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()))) {
            // Facts about instances have three, notified orders, which are few, have one.
            var expected = new TreeMap<>(Map.of("provisioning-service", 3 + 1, "provisioning-service.requests", 3));
            IntStream.range(0, 6).forEach(rung -> expected.put("provisioning-service.requests-retry-" + rung, 1));

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(members(admin)).isEqualTo(expected));
            assertThat(admin.listTopics().names().get())
                    .filteredOn(name -> name.startsWith(REQUESTS))
                    .hasSize(7)
                    .contains(REQUESTS, REQUESTS + "-retry-0", REQUESTS + "-retry-5");
        }
    }

    private static Map<String, Integer> members(Admin admin) throws Exception {
        var groups = admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith("provisioning-service"))
                .toList();
        var members = new TreeMap<String, Integer>();
        admin.describeConsumerGroups(groups)
                .all()
                .get()
                .forEach((group, described) ->
                        members.put(group, described.members().size()));
        return members;
    }
}
