/** Joint operations: tenants, organisations, users, and login. */
@NullMarked
package io.koobridge.tenant;

import org.jspecify.annotations.NullMarked;
