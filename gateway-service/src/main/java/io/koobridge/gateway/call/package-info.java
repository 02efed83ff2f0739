/** The way of a call, the same for every edition: authenticate, translate, act, answer, remember, tell. */
@NullMarked
package io.koobridge.gateway.call;

import org.jspecify.annotations.NullMarked;
