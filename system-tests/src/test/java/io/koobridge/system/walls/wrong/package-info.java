/** Classes that break each wall on purpose. */
@NullMarked
package io.koobridge.system.walls.wrong;

import org.jspecify.annotations.NullMarked;
