/** Brings the seller's directory to where the marketplace wants it. */
@NullMarked
package io.koobridge.tenant.reconcile;

import org.jspecify.annotations.NullMarked;
