/** Joint operations: what the marketplace tells about enterprises, their applications, departments and users (tenant-sync). */
@NullMarked
package io.koobridge.events.tenant;

import org.jspecify.annotations.NullMarked;
