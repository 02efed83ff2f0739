@NullMarked
package io.koobridge.gateway.dialect.kit;

import org.jspecify.annotations.NullMarked;
