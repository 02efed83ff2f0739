/** Documents with a wanted state, changed by compare-and-set, worked on under a lease. */
@NullMarked
package io.koobridge.service.ledger;

import org.jspecify.annotations.NullMarked;
