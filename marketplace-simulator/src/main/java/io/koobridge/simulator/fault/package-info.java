/** What can be wrong with a call: each kind is one class that holds its whole effect. */
@NullMarked
package io.koobridge.simulator.fault;

import org.jspecify.annotations.NullMarked;
