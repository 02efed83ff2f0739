package io.koobridge.runtime.outside;

/** Makes the {@link OutsideSystem} of each system; a bean. Make each once and keep it: its breaker is its memory. */
public interface OutsideSystems {

    /**
     * A system whose calls an operator wants to see in a timeline.
     *
     * @param system bounded and stable: it is a metric's label
     */
    OutsideSystem journaled(String system, OutsideLimits limits);

    /** A system that is asked at every callback, which no timeline should repeat. Metrics are the same. */
    OutsideSystem unjournaled(String system, OutsideLimits limits);
}
