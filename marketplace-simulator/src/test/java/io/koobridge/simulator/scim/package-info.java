@NullMarked
package io.koobridge.simulator.scim;

import org.jspecify.annotations.NullMarked;
