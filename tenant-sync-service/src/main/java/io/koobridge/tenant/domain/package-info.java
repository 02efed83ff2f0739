/** Tenants, their departments and users, and what becomes of them (tenant-sync §4.4, §5). Pure, and without a clock. */
@NullMarked
package io.koobridge.tenant.domain;

import org.jspecify.annotations.NullMarked;
