/** Addresses that sellers chose, for whoever takes nothing but ASCII. */
@NullMarked
package io.koobridge.gateway.url;

import org.jspecify.annotations.NullMarked;
