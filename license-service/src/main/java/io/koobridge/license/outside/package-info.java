/** Issuers, and the marketplace as the seller calls it. */
@NullMarked
package io.koobridge.license.outside;

import org.jspecify.annotations.NullMarked;
