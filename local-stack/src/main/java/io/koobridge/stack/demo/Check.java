package io.koobridge.stack.demo;

/** A sentence that should be true. */
record Check(String statement, boolean holds) {}
