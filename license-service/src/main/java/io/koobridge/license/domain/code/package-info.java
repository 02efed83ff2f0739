/** Authorization codes (license §4, §5.3–5.6): what is known of one, and what becomes of it. Pure. */
@NullMarked
package io.koobridge.license.domain.code;

import org.jspecify.annotations.NullMarked;
