@NullMarked
package io.koobridge.simulator.v1;

import org.jspecify.annotations.NullMarked;
