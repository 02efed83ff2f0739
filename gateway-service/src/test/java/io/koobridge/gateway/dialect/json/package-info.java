@NullMarked
package io.koobridge.gateway.dialect.json;

import org.jspecify.annotations.NullMarked;
