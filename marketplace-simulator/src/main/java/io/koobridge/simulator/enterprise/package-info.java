/** Enterprises that bind the seller's application and tell him their departments and users (tenant-sync). */
@NullMarked
package io.koobridge.simulator.enterprise;

import org.jspecify.annotations.NullMarked;
