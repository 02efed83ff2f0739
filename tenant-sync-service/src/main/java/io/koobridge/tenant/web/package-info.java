/** Internal routes of tenants, and the door by which the product reads what changed. */
@NullMarked
package io.koobridge.tenant.web;

import org.jspecify.annotations.NullMarked;
