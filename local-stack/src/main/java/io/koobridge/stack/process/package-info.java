/** Child processes: started, awaited, logged, restarted when they die, stopped in order. */
@NullMarked
package io.koobridge.stack.process;

import org.jspecify.annotations.NullMarked;
