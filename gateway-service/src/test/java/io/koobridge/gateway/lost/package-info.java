@NullMarked
package io.koobridge.gateway.lost;

import org.jspecify.annotations.NullMarked;
