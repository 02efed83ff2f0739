package io.koobridge.tenant.login.web;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that this browser began here: it stands in a cookie, so nothing is kept of those that never come back.
 *
 * @param nonce the product's own
 * @param tenantId where the browser was sent to one enterprise; absent: to the page of all
 * @param state what the authentication centre must give back; absent: it takes none
 * @param confirming a code came that nobody here asked for, and the enterprise was asked for one of ours
 */
record RoundTrip(
        String application,
        URI returns,
        @Nullable String nonce,
        @Nullable String tenantId,
        @Nullable String state,
        boolean confirming,
        Instant begun) {}
