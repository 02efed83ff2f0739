/** The load process, what it drives, and the tables of docs/performance.md. */
@NullMarked
package io.koobridge.benchmark.load;

import org.jspecify.annotations.NullMarked;
