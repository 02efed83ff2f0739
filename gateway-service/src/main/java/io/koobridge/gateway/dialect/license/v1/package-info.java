/** License 1.0: the licence is the answer to its purchase (license §7). */
@NullMarked
package io.koobridge.gateway.dialect.license.v1;

import org.jspecify.annotations.NullMarked;
