package io.koobridge.provisioning.reconcile;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.provisioning.domain.Disagreements;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery.Answer.Found;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.finding.FindingKind;
import java.time.Duration;
import java.util.List;

/** What a person should see while the work goes on. */
public final class Remarks {

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final FindingBook findings;

    public Remarks(FindingBook findings) {
        this.findings = findings;
    }

    /** What is odd about an order. What the call said counts. */
    void note(String instanceId, LookUp lookUp, Found found) {
        var unsaid = lookUp.order().product().isEmpty() && lookUp.told().productId() == null;
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

    /** Two instances for what may have been paid for once. Which calls mean which of them nobody knows, so nothing is brought together. */
    void perhapsOnePurchase(Instance instance, List<String> others) {
        open(
                instance.id(),
                InstanceFinding.PERHAPS_ONE_PURCHASE,
                "%s and %s have order %s and the same product: perhaps it was paid for once"
                        .formatted(
                                instance.id(),
                                String.join(", ", others),
                                instance.order().orderId()));
    }

    /** Refused for good while an order is still to be learned: the work goes on, but a person should know now. */
    void refused(String instanceId, Failure why) {
        open(instanceId, CommonFinding.STOPPED, "%s: %s".formatted(why.reason(), why.detail()));
    }

    private void open(String instanceId, FindingKind kind, String detail) {
        findings.open(instanceId, kind, detail).block(NOTED_WITHIN);
    }
}
