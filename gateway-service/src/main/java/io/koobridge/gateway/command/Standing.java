package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one instance does, as the marketplace may know it. */
public sealed interface Standing {

    /** The buyer can use it, or could, had it not been frozen. */
    record Ready(View view) implements Standing {}

    /**
     * Its licence is made, which came with the purchase.
     *
     * @param license as the issuer wrote it
     */
    record Licensed(String license) implements Standing {

        /** Whoever has it can use it. */
        @Override
        public String toString() {
            return "Licensed";
        }
    }

    /** Ours, and not there yet. */
    record Preparing() implements Standing {}

    /** Refused for good. */
    record Failed(FailureReason reason) implements Standing {}

    /**
     * It was there, and is not any more.
     *
     * @param frontEndUrl where it was, if that is known: to a buyer who asks, even that is an answer
     */
    record Gone(@Nullable String frontEndUrl) implements Standing {}

    /** Never heard of, or released. */
    record Unknown() implements Standing {}

    /** What provisioning tells of an instance. */
    static Standing of(View view) {
        return switch (view.phase()) {
            case PROVISIONING -> new Preparing();
            case ACTIVE, FROZEN -> new Ready(view);
            case FAILED -> new Failed(Objects.requireNonNullElse(view.failure(), FailureReason.OTHER));
            case RELEASED ->
                new Gone(Optional.ofNullable(view.appInfo())
                        .map(AppInfo::frontEndUrl)
                        .orElse(null));
        };
    }
}
