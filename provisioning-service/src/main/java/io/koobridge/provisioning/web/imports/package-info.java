/** Bringing instances along that were sold before the suite was there. */
@NullMarked
package io.koobridge.provisioning.web.imports;

import org.jspecify.annotations.NullMarked;
