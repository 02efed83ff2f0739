/** The marketplace's order query and the seller's provisioner, behind ports. */
@NullMarked
package io.koobridge.provisioning.outside;

import org.jspecify.annotations.NullMarked;
