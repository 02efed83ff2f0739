/** A local OneAccess: the unified login page, each enterprise's workbench, OAuth 2.0 and CAS (tenant-sync §7). */
@NullMarked
package io.koobridge.simulator.oneaccess;

import org.jspecify.annotations.NullMarked;
