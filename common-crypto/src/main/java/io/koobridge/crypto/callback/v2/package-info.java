/** The body signature of V2 callbacks (SaaS V2, online License, licence codes, order notification): saas-v2 §7. */
@NullMarked
package io.koobridge.crypto.callback.v2;

import org.jspecify.annotations.NullMarked;
