@NullMarked
package io.koobridge.gateway.dialect.license.v1;

import org.jspecify.annotations.NullMarked;
