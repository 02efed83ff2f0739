package io.koobridge.provisioning.web;

import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.provisioning.outside.SealedAccess;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance as the buyer's page shows it. */
final class InstanceViewReader {

    private final SealedAccess access;

    InstanceViewReader(SealedAccess access) {
        this.access = access;
    }

    /** Under the id that it was asked by. */
    View view(Instance instance, String asked) {
        var shown =
                instance.phase() == Phase.RELEASED ? null : instance.status().access();
        return new View(
                asked,
                instance.phase(),
                Optional.ofNullable(shown)
                        .map(found -> access.open(instance.id(), found))
                        .orElse(null),
                Optional.ofNullable(instance.status().failure())
                        .map(Failure::reason)
                        .orElse(null),
                usage(instance));
    }

    /** Metered instances always carry usage, 0 as of their order until the first is known (design §3.8). */
    private static @Nullable List<Usage> usage(Instance instance) {
        return Optional.ofNullable(instance.spec().bought())
                .map(Part::value)
                .filter(OrderDetails::metered)
                .map(_ -> List.of(new Usage(null, BigDecimal.ZERO, instance.orderedAt(), null)))
                .orElse(null);
    }
}
