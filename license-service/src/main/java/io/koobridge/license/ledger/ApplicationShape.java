package io.koobridge.license.ledger;

import io.koobridge.license.domain.Application;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Licences as the ledger sees them. */
public final class ApplicationShape implements Shape<Application> {

    /** A user sits before his screen and waits for it. */
    private static final Duration FIRST_DELIVERY = Duration.ofMinutes(15);

    private static final Duration ANY_OTHER = Duration.ofHours(2);

    @Override
    public Class<Application> type() {
        return Application.class;
    }

    @Override
    public long generation(Application application) {
        return application.generation();
    }

    @Override
    public String phase(Application application) {
        return application.phase().name();
    }

    @Override
    public @Nullable String orderId(Application application) {
        var order = application.order();
        return order == null ? null : order.order().orderId();
    }

    @Override
    public Duration patience(Application application) {
        return application.progress().deliveredAt() == null ? FIRST_DELIVERY : ANY_OTHER;
    }
}
