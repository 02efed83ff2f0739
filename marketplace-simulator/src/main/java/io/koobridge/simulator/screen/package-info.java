/** The page for people: what goes on, and a form for everything that can be asked for. No script, no build. */
@NullMarked
package io.koobridge.simulator.screen;

import org.jspecify.annotations.NullMarked;
