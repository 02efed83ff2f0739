@NullMarked
package io.koobridge.gateway.publish;

import org.jspecify.annotations.NullMarked;
