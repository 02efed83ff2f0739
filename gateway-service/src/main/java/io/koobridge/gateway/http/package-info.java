/** From bytes to a call and from an answer to bytes; knows no edition. */
@NullMarked
package io.koobridge.gateway.http;

import org.jspecify.annotations.NullMarked;
