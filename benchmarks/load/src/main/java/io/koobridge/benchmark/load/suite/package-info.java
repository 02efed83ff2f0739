/** The whole suite as {@code ./koobridge up} starts it: what a purchase costs everybody, and what each process holds in memory. */
@NullMarked
package io.koobridge.benchmark.load.suite;

import org.jspecify.annotations.NullMarked;
