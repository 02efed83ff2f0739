@NullMarked
package io.koobridge.simulator.enterprise;

import org.jspecify.annotations.NullMarked;
