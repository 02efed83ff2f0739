/** The order notification interface (order-notification). */
@NullMarked
package io.koobridge.gateway.dialect.orders;

import org.jspecify.annotations.NullMarked;
