/** The one way to call anything outside the process: bounded, broken off in time, told apart by what is known of it. */
@NullMarked
package io.koobridge.runtime.outside;

import org.jspecify.annotations.NullMarked;
