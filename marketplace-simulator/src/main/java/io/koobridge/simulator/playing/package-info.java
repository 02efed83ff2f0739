/** What the marketplace plays by itself: whole lives, debug cases, chaos, single faults. */
@NullMarked
package io.koobridge.simulator.playing;

import org.jspecify.annotations.NullMarked;
