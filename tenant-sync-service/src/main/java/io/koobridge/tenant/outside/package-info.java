/** The outside world of tenants: the seller's directory, and keys. */
@NullMarked
package io.koobridge.tenant.outside;

import org.jspecify.annotations.NullMarked;
