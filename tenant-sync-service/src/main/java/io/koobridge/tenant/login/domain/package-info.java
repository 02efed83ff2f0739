/** Who may log in, where, and what the product is told of it. Pure, and without a clock. */
@NullMarked
package io.koobridge.tenant.login.domain;

import org.jspecify.annotations.NullMarked;
