/** Authorization codes as they are stored. */
@NullMarked
package io.koobridge.license.ledger.code;

import org.jspecify.annotations.NullMarked;
