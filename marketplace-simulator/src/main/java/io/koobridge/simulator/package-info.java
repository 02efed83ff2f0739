@NullMarked
package io.koobridge.simulator;

import org.jspecify.annotations.NullMarked;
