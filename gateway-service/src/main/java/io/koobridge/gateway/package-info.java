@NullMarked
package io.koobridge.gateway;

import org.jspecify.annotations.NullMarked;
