package io.koobridge.benchmark.load.target;

/** How a target is called. */
public sealed interface Load {

    /** What tables call it. */
    String label();

    /** Calls at times that nothing changes. */
    record Rate(int perSecond) implements Load {

        @Override
        public String label() {
            return perSecond + " calls/s";
        }
    }

    /** As many as it answers, a fixed number in flight. */
    record Saturation() implements Load {

        @Override
        public String label() {
            return "saturation";
        }
    }
}
