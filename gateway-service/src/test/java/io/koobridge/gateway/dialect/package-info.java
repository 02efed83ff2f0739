@NullMarked
package io.koobridge.gateway.dialect;

import org.jspecify.annotations.NullMarked;
