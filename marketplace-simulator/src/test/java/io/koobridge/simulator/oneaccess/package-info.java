@NullMarked
package io.koobridge.simulator.oneaccess;

import org.jspecify.annotations.NullMarked;
