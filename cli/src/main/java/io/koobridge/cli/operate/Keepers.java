package io.koobridge.cli.operate;

import java.util.List;
import java.util.Set;

/** Which service has something, where its name tells. */
final class Keepers {

    private static final String PROVISIONING = "provisioning";
    private static final String LICENSE = "license";

    /** Besides, both have a ledger of instances: those that are sold, and those that licences were bought for. */
    private static final Set<String> LEDGERS_OF_LICENSE = Set.of("applications", "license-codes");

    /** What license-service reads (docs/architecture.md): facts of its own, and what instances became. */
    private static final Set<String> TOPICS_OF_LICENSE = Set.of(
            "koobridge.facts.licenses.dlq", "koobridge.facts.license-codes.dlq", "koobridge.state.instances.dlq");

    private Keepers() {}

    static String ofLedger(String ledger) {
        return LEDGERS_OF_LICENSE.contains(ledger) ? LICENSE : PROVISIONING;
    }

    /**
     * By the topic of the first one; a command acts on one service.
     *
     * @param ids of dead letters
     */
    static String ofLetters(List<String> ids) {
        var id = ids.isEmpty() ? "" : ids.getFirst();
        return TOPICS_OF_LICENSE.contains(id.replaceFirst(":.*", "")) ? LICENSE : PROVISIONING;
    }
}
