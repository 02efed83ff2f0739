/** What all editions of V1 share: calls with a token, and what they tell of an order (saas-v1, license §7). */
@NullMarked
package io.koobridge.gateway.dialect.v1;

import org.jspecify.annotations.NullMarked;
