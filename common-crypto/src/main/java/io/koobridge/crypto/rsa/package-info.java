/** The client secrets of the joint-operations kit, encrypted for the seller's RSA key: tenant-sync §8. */
@NullMarked
package io.koobridge.crypto.rsa;

import org.jspecify.annotations.NullMarked;
