/** The seller's directory of people, as configured. */
@NullMarked
package io.koobridge.tenant.outside;

import org.jspecify.annotations.NullMarked;
