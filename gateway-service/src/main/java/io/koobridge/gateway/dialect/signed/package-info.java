/** The V2 body signature, which several editions share (saas-v2 §7). */
@NullMarked
package io.koobridge.gateway.dialect.signed;

import org.jspecify.annotations.NullMarked;
