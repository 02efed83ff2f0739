/** Order notifications: one call for each order line as soon as the order is paid (order-notification). */
@NullMarked
package io.koobridge.simulator.notifying;

import org.jspecify.annotations.NullMarked;
