/** The walls of the design: who may know whom. */
@NullMarked
package io.koobridge.system.walls;

import org.jspecify.annotations.NullMarked;
