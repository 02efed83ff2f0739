package io.koobridge.gateway.waiting;

import java.net.URI;

/** What a buyer gets to see. */
sealed interface Sight {

    /** The word of the metric. */
    String outcome();

    /** The product itself. */
    record Forward(URI frontEnd) implements Sight {
        @Override
        public String outcome() {
            return "forwarded";
        }
    }

    /** A page of ours. */
    enum Page implements Sight {
        /** On its way. */
        PREPARING("preparing", 200, true),
        /** Refused for good. */
        FAILED("failed", 200, false),
        /** Ready, without an address that a browser could be sent to. */
        NO_ADDRESS("no_address", 200, false),
        ENDED("ended", 410, false),
        /** Also for an address that we never gave: it says no more. */
        UNKNOWN("unknown", 404, false),
        /** Nobody can be asked just now. */
        AWAY("away", 503, true),
        /** More ask than may be under way. */
        BUSY("busy", 503, true);

        private final String outcome;
        private final int status;
        private final boolean refreshes;

        Page(String outcome, int status, boolean refreshes) {
            this.outcome = outcome;
            this.status = status;
            this.refreshes = refreshes;
        }

        @Override
        public String outcome() {
            return outcome;
        }

        int status() {
            return status;
        }

        /** Whether it is worth looking again. */
        boolean refreshes() {
            return refreshes;
        }
    }
}
