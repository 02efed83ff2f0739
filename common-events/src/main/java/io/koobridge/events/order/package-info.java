/** Orders of which the marketplace told that they are there, and what was seen of them. */
@NullMarked
package io.koobridge.events.order;

import org.jspecify.annotations.NullMarked;
