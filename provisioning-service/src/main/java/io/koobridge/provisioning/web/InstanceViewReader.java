package io.koobridge.provisioning.web;

import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
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

    /** Under the id that it was asked by, which may be another name of it. */
    View view(Instance instance, String asked) {
        var view = view(instance);
        return new View(asked, view.phase(), view.appInfo(), view.failure(), view.usage());
    }

    View view(Instance instance) {
        return view(instance, instance.phase() == Phase.RELEASED ? null : opened(instance));
    }

    /**
     * The same, but where a released instance was stays known: V1 has to answer "view details" with an address for ever
     * (saas-v1 §1.5). Nobody gets in by it.
     */
    View ordered(Instance instance) {
        var known = instance.status().access();
        return instance.phase() == Phase.RELEASED && known != null
                ? view(instance, new AppInfo(known.frontEndUrl(), null, null, null, null))
                : view(instance);
    }

    private @Nullable AppInfo opened(Instance instance) {
        var known = instance.status().access();
        return known == null ? null : access.open(instance.id(), known);
    }

    private static View view(Instance instance, @Nullable AppInfo appInfo) {
        return new View(
                instance.id(),
                instance.phase(),
                appInfo,
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
