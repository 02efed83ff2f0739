/** What calls of V1 say, from the marketplace's own books (saas-v1 §3). */
@NullMarked
package io.koobridge.simulator.v1;

import org.jspecify.annotations.NullMarked;
