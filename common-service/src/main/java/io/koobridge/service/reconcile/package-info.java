/** Requests, retries, the sweep, and the loop that makes reality what is wanted. */
@NullMarked
package io.koobridge.service.reconcile;

import org.jspecify.annotations.NullMarked;
