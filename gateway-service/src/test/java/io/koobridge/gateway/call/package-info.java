@NullMarked
package io.koobridge.gateway.call;

import org.jspecify.annotations.NullMarked;
