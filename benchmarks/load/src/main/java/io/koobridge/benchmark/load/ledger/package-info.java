/** What the ledger costs: facts applied each second beside the store's own writes, and calls beside a ledger of a million. */
@NullMarked
package io.koobridge.benchmark.load.ledger;

import org.jspecify.annotations.NullMarked;
