/** What sellers write by hand: a controller that verifies, writes the order to the store, and answers. */
@NullMarked
package io.koobridge.benchmark.peer;

import org.jspecify.annotations.NullMarked;
