/** Authorization codes 2.0 (license §4). */
@NullMarked
package io.koobridge.gateway.dialect.license.code;

import org.jspecify.annotations.NullMarked;
