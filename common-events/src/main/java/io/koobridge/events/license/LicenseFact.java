package io.koobridge.events.license;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the marketplace told about one licence application; which one is the event's subject ({@link io.koobridge.events.LicenseIds}). */
public sealed interface LicenseFact {

    /**
     * A user applied for a licence (license §3.5). Each call is a fact of its own: one that comes again when the licence was
     * delivered asks for the same bytes once more.
     *
     * @param eventId the marketplace's number of the application, under which the licence is uploaded; 1 to 64 of the characters
     *     {@code A-Z a-z 0-9 . _ ~ -}
     * @param fingerprint of the device, as it came; absent where none was sent
     * @param effectiveAt from when the licence shall be valid
     * @param expiresAt until when; absent for what is paid once
     */
    record LicenseApplied(
            String instanceId,
            String eventId,
            @Nullable String fingerprint,
            Instant effectiveAt,
            @Nullable Instant expiresAt)
            implements LicenseFact {}
}
