/** What the seller may ask: the order query behind the API gateway. */
@NullMarked
package io.koobridge.simulator.openapi;

import org.jspecify.annotations.NullMarked;
