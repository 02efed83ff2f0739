package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;

/** How those who read from the broker share its partitions. */
final class ConsumerGroups {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<GroupState> SHARING_OUT =
            Set.of(GroupState.PREPARING_REBALANCE, GroupState.COMPLETING_REBALANCE);

    private ConsumerGroups() {}

    /**
     * Returns when all have their share. A broker that is back has it given out anew; who dies meanwhile is missed for two of his
     * sessions instead of one, and so much later somebody else takes his place.
     */
    static void awaitRest(Place place) {
        String broker = place.variable("KOOBRIDGE_BROKER_ADDRESS");
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Waiting.until(PATIENCE, () -> isAtRest(admin), atRest -> atRest);
        }
    }

    private static boolean isAtRest(Admin admin) {
        try {
            return admin.listGroups(ListGroupsOptions.forConsumerGroups().inGroupStates(SHARING_OUT))
                    .all()
                    .get()
                    .isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the demo waited for the consumers", e);
        }
    }
}
