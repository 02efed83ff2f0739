@NullMarked
package io.koobridge.gateway.dialect.license.code;

import org.jspecify.annotations.NullMarked;
