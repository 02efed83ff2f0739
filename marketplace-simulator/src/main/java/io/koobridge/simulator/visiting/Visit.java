package io.koobridge.simulator.visiting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How somebody got to the front end.
 *
 * @param arrivedAt the real front end; null while it is not known
 * @param pages what the browser saw on the way
 */
public record Visit(
        String orderId,
        String frontEndUrl,
        State state,
        @Nullable String arrivedAt,
        List<Page> pages) {

    public enum State {
        ARRIVED,
        /** The time was up and the page still asked for patience. */
        WAITING,
        FAILED
    }

    /**
     * One page, or the same page several times in a row.
     *
     * @param at real time of the first
     * @param location where it forwards to
     * @param reason why there was none
     * @param refreshes the page asks for patience
     */
    public record Page(
            Instant at,
            String url,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String reason,
            boolean refreshes,
            int times) {

        boolean sameAs(Page other) {
            return url.equals(other.url)
                    && Objects.equals(status, other.status)
                    && Objects.equals(location, other.location);
        }

        Page again() {
            return new Page(at, url, status, contentType, location, reason, refreshes, times + 1);
        }
    }
}
