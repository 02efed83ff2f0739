/**
 * Calls at times that were fixed before the first of them was made (an open model): a server that stalls is called all the same, and each call's
 * latency counts from when it should have begun, so that no wait is left out (no coordinated omission).
 */
@NullMarked
package io.koobridge.benchmark.load.generator;

import org.jspecify.annotations.NullMarked;
