package io.koobridge.benchmark.load.section;

/**
 * What the project promised to reach.
 *
 * @param promise in words, with its limit
 * @param measured the value that was held against it, with its unit
 */
public record Bar(String promise, String measured, Verdict verdict) {

    /** How it went. */
    public enum Verdict {
        MET("met"),
        MISSED("MISSED"),
        /** This run could not measure it; {@code measured} says why. */
        OPEN("open");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Holds when the value is at most the limit, both in the same unit. */
    public static Bar atMost(String promise, double value, double limit, String measured) {
        return new Bar(promise, measured, value <= limit ? Verdict.MET : Verdict.MISSED);
    }

    /** Holds when the value is at least the limit, both in the same unit. */
    public static Bar atLeast(String promise, double value, double limit, String measured) {
        return new Bar(promise, measured, value >= limit ? Verdict.MET : Verdict.MISSED);
    }

    /**
     * Neither met nor missed.
     *
     * @param why this run says nothing about it
     */
    public static Bar open(String promise, String why) {
        return new Bar(promise, why, Verdict.OPEN);
    }
}
