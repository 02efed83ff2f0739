/** The joint-operations kit in both editions (tenant-sync). */
@NullMarked
package io.koobridge.gateway.dialect.kit;

import org.jspecify.annotations.NullMarked;
