/** The request token {@code authToken} of SaaS V1, of the joint kit and of License V1 (saas-v1 §7.1, §7.2). */
@NullMarked
package io.koobridge.crypto.callback.v1;

import org.jspecify.annotations.NullMarked;
