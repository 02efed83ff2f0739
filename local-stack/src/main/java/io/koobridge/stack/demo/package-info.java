/** A buyer's life, played through the simulator and shown step by step. */
@NullMarked
package io.koobridge.stack.demo;

import org.jspecify.annotations.NullMarked;
