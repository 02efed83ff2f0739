@NullMarked
package io.koobridge.gateway.dialect.license;

import org.jspecify.annotations.NullMarked;
