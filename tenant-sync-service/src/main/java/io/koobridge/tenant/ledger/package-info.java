/** Collections of tenants, of their departments and users, and of runs that told of them. */
@NullMarked
package io.koobridge.tenant.ledger;

import org.jspecify.annotations.NullMarked;
