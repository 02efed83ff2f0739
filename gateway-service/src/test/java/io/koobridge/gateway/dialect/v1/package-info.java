@NullMarked
package io.koobridge.gateway.dialect.v1;

import org.jspecify.annotations.NullMarked;
