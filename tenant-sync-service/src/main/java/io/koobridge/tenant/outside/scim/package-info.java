/** A directory that speaks SCIM 2.0 (RFC 7643, RFC 7644). */
@NullMarked
package io.koobridge.tenant.outside.scim;

import org.jspecify.annotations.NullMarked;
