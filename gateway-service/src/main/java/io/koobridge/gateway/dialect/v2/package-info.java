/** What the V2 editions of SaaS and License have in common (saas-v2, license §3, §4). */
@NullMarked
package io.koobridge.gateway.dialect.v2;

import org.jspecify.annotations.NullMarked;
