/** Where a buyer waits whose instance is not ready yet: a stable address of ours that forwards to the product (design §3.8). */
@NullMarked
package io.koobridge.gateway.waiting;

import org.jspecify.annotations.NullMarked;
