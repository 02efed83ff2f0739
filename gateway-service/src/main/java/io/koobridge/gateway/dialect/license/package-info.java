/** Online License (license §3), and what all editions of licences answer. */
@NullMarked
package io.koobridge.gateway.dialect.license;

import org.jspecify.annotations.NullMarked;
