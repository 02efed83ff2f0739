/** Which processes make up the suite, and with which settings. */
@NullMarked
package io.koobridge.stack.suite;

import org.jspecify.annotations.NullMarked;
