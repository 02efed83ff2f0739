/** The collections of this service. */
@NullMarked
package io.koobridge.provisioning.ledger;

import org.jspecify.annotations.NullMarked;
