@NullMarked
package io.koobridge.gateway.dialect.saas.v2;

import org.jspecify.annotations.NullMarked;
