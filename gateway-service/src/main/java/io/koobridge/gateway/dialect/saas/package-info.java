/** SaaS Access Guide V2.0 (saas-v2). */
@NullMarked
package io.koobridge.gateway.dialect.saas;

import org.jspecify.annotations.NullMarked;
