@NullMarked
package io.koobridge.gateway.address;

import org.jspecify.annotations.NullMarked;
