package io.koobridge.license.domain.code;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the marketplace is asked of codes (license §5.3–5.6). Blocking; a call takes at most 20 s. */
public interface CodeMarket {

    /** One code and the name that it has in journals. */
    record Named(String id, String code) {}

    /** What activating one code told of it. */
    record Activated(Bought bought, @Nullable Instant estimatedEnd) {}

    /** What the query told. */
    record Looked(Sighting sighting, @Nullable Instant expiresAt, Bought bought) {}

    /** How many entries of a report the marketplace did not take. */
    record Reported(int failed) {}

    /** Activates one. */
    Reply<Activated> activate(Named code, @Nullable Instant effectiveAt);

    /** Activates several, at most 100, with one call. The first one's name is told in the journal. */
    Reply<Activated> activate(List<Named> codes, @Nullable Instant effectiveAt);

    Reply<Looked> look(Named code);

    /** Reports at most 100 entries of one code. */
    Reply<Reported> report(Named code, List<Usage.Entry> entries);

    /** What came of a call. */
    sealed interface Reply<T> {

        record Said<T>(T value) implements Reply<T> {}

        /**
         * It says no, and will the next time unless something else happens first.
         *
         * @param number of license §5.6
         */
        record Refused<T>(String number, String why) implements Reply<T> {}

        /**
         * Not now.
         *
         * @param uncertain whether the call may have been done
         */
        record NotNow<T>(String why, boolean uncertain) implements Reply<T> {}
    }
}
