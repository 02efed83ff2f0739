/** The operator's view of the simulator: purchases, calls, violations, one page. */
@NullMarked
package io.koobridge.simulator.web;

import org.jspecify.annotations.NullMarked;
