/** Checks licences inside a seller's product. The form of a licence is docs/license-format.md. */
@NullMarked
package io.koobridge.verifier;

import org.jspecify.annotations.NullMarked;
