/** HMAC-SHA256 and its tags: the one thing that every dialect's signature is made of. */
@NullMarked
package io.koobridge.crypto.mac;

import org.jspecify.annotations.NullMarked;
