/** The suite as its user runs it, and what it does when its processes are killed. */
@NullMarked
package io.koobridge.system.running;

import org.jspecify.annotations.NullMarked;
