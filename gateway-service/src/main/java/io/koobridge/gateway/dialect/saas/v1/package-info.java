/** SaaS Access Guide V1.0, base activities (saas-v1): the international site, and products listed before 2024. */
@NullMarked
package io.koobridge.gateway.dialect.saas.v1;

import org.jspecify.annotations.NullMarked;
