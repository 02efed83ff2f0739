/** The whole suite on one machine: broker, store and each service's real jar as supervised child processes. */
@NullMarked
package io.koobridge.stack;

import org.jspecify.annotations.NullMarked;
