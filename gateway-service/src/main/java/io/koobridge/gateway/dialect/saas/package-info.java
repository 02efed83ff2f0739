/** What the editions of the SaaS Access Guide share: their codes, and how an instance is shown (saas-v1, saas-v2). */
@NullMarked
package io.koobridge.gateway.dialect.saas;

import org.jspecify.annotations.NullMarked;
