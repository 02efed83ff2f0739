package io.koobridge.simulator.calling;

import org.jspecify.annotations.Nullable;

/** A letter with the businessId inside it, if it has one. */
record Sealed(Letter letter, @Nullable String businessId) {}
