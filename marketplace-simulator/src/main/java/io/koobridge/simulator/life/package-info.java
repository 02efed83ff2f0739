/** The lives of what was sold: steps, their states, what the marketplace believes, the book of all sales. */
@NullMarked
package io.koobridge.simulator.life;

import org.jspecify.annotations.NullMarked;
