/** The collections, each with its indexes. */
@NullMarked
package io.koobridge.license.ledger;

import org.jspecify.annotations.NullMarked;
