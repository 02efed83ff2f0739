package io.koobridge.provisioning.reconcile;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.provisioning.domain.Disagreements;
import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery.Answer.Found;
import io.koobridge.service.finding.FindingBook;
import java.time.Duration;

/** What is odd about an order, for a person to see. The work goes on with what the call said. */
public final class OrderRemarks {

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final FindingBook findings;

    public OrderRemarks(FindingBook findings) {
        this.findings = findings;
    }

    void note(String instanceId, LookUp lookUp, Found found) {
        var unsaid = lookUp.order().product().isEmpty();
        if (found.details().chargingMode() == ChargingMode.ON_DEMAND && found.products() > 1 && unsaid) {
            open(
                    instanceId,
                    InstanceFinding.SEVERAL_PRODUCTS,
                    "order %s has %d products, the first was taken"
                            .formatted(lookUp.order().orderId(), found.products()));
        }
        var disagreements = Disagreements.between(lookUp, found.details());
        if (!disagreements.isEmpty()) {
            open(instanceId, InstanceFinding.ORDER_DISAGREES, String.join("; ", disagreements));
        }
    }

    private void open(String instanceId, InstanceFinding kind, String detail) {
        findings.open(instanceId, kind, detail).block(NOTED_WITHIN);
    }
}
