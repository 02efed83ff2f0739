/** The whole simulator, started, against a seller that does what it is told. */
@NullMarked
package io.koobridge.simulator.running;

import org.jspecify.annotations.NullMarked;
