@NullMarked
package io.koobridge.gateway.dialect.saas;

import org.jspecify.annotations.NullMarked;
