package io.koobridge.cli.operate;

import java.util.List;
import java.util.Set;

/** Which service has something, where its name tells. */
final class Keepers {

    private static final String PROVISIONING = "provisioning";
    private static final String LICENSE = "license";
    private static final String TENANTS = "tenants";

    /** Besides, both have a ledger of instances: those that are sold, and those that licences were bought for. */
    private static final Set<String> LEDGERS_OF_LICENSE = Set.of("applications", "license-codes");

    /** What license-service reads (docs/architecture.md): facts of its own, and what instances became. */
    private static final Set<String> TOPICS_OF_LICENSE = Set.of(
            "koobridge.facts.licenses.dlq", "koobridge.facts.license-codes.dlq", "koobridge.state.instances.dlq");

    /** What tenant-sync-service has: enterprises, and nothing else. */
    private static final String LEDGER_OF_TENANTS = "tenants";

    private static final String TOPIC_OF_TENANTS = "koobridge.facts.tenants.dlq";

    private Keepers() {}

    static String ofLedger(String ledger) {
        if (ledger.equals(LEDGER_OF_TENANTS)) {
            return TENANTS;
        }
        return LEDGERS_OF_LICENSE.contains(ledger) ? LICENSE : PROVISIONING;
    }

    /**
     * By the topic of the first one; a command acts on one service.
     *
     * @param ids of dead letters
     */
    static String ofLetters(List<String> ids) {
        var topic = ids.isEmpty() ? "" : ids.getFirst().replaceFirst(":.*", "");
        if (topic.equals(TOPIC_OF_TENANTS)) {
            return TENANTS;
        }
        return TOPICS_OF_LICENSE.contains(topic) ? LICENSE : PROVISIONING;
    }
}
