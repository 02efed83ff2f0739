/** A SCIM 2.0 server that can fail (RFC 7643, RFC 7644): the seller's product keeps its directory there. */
@NullMarked
package io.koobridge.simulator.scim;

import org.jspecify.annotations.NullMarked;
