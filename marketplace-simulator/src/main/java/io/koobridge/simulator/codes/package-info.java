/** Authorization codes 2.0: what the marketplace knows of each, and what the seller's software may do with them (license §4, §5.3 to §5.6). */
@NullMarked
package io.koobridge.simulator.codes;

import org.jspecify.annotations.NullMarked;
