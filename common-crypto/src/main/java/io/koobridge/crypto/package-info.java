/** Request authentication, signing and sealing. No Spring, no I/O; time is always an argument or an injected clock. */
@NullMarked
package io.koobridge.crypto;

import org.jspecify.annotations.NullMarked;
