/** The marketplace's side of the line: it calls the seller, polls, repeats and keeps a record. */
@NullMarked
package io.koobridge.simulator.calling;

import org.jspecify.annotations.NullMarked;
