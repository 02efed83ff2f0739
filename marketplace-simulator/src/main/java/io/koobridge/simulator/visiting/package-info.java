/** A buyer's browser that opens what the seller handed over. */
@NullMarked
package io.koobridge.simulator.visiting;

import org.jspecify.annotations.NullMarked;
