/** How the suite's Java programs are started, and the AOT caches that make a start quick. */
@NullMarked
package io.koobridge.stack.program;

import org.jspecify.annotations.NullMarked;
