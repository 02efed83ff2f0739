/** The shared secrets that KooBridge and the marketplace hold, as lists so that a change-over loses no call. */
@NullMarked
package io.koobridge.crypto.key;

import org.jspecify.annotations.NullMarked;
