package io.koobridge.simulator.web;

import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Site;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A listing as asked for. */
record Listed(
        @Nullable Edition edition,
        @Nullable Site site,
        @Nullable Integer contactBits) {

    Listing listing() {
        return over(Listing.V2);
    }

    /** What is not said stays as it is. */
    Listing over(Listing before) {
        return new Listing(
                Objects.requireNonNullElse(edition, before.edition()),
                Objects.requireNonNullElse(site, before.site()),
                Objects.requireNonNullElse(contactBits, before.contactBits()));
    }
}
