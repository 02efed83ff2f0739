@NullMarked
package io.koobridge.gateway.waiting;

import org.jspecify.annotations.NullMarked;
