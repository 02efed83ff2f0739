/** A constant answer by WebFlux with metrics: what no gateway can be faster than. */
@NullMarked
package io.koobridge.benchmark.bare;

import org.jspecify.annotations.NullMarked;
