/** What tenants have become, for other services and the seller's own systems. */
@NullMarked
package io.koobridge.tenant.messaging;

import org.jspecify.annotations.NullMarked;
