/** Signed texts that others check without asking: JWS with Ed25519 (RFC 7515, RFC 8037), and the keys for it. */
@NullMarked
package io.koobridge.crypto.jws;

import org.jspecify.annotations.NullMarked;
