/** Logins of an enterprise's people at the seller's product (tenant-sync §7). */
@NullMarked
package io.koobridge.tenant.login;

import org.jspecify.annotations.NullMarked;
