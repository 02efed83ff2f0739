/** What the marketplace knows: orders, purchases and their states, pure and without a framework. */
@NullMarked
package io.koobridge.simulator.market;

import org.jspecify.annotations.NullMarked;
