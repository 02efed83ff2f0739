@NullMarked
package io.koobridge.gateway.dialect.saas.v1;

import org.jspecify.annotations.NullMarked;
