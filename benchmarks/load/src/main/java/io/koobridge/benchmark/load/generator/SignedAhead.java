package io.koobridge.benchmark.load.generator;

/** Makes calls, signed and ready to send, before a run begins. */
@FunctionalInterface
public interface SignedAhead {

    /** So many, none of them like one before. */
    Calls next(int count);
}
