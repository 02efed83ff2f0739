/** SaaS Access Guide V2.0, base interfaces (saas-v2). */
@NullMarked
package io.koobridge.gateway.dialect.saas.v2;

import org.jspecify.annotations.NullMarked;
