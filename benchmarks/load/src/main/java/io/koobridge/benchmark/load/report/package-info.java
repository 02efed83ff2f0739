/** What was found, for the terminal, for docs/performance.md and for machines. */
@NullMarked
package io.koobridge.benchmark.load.report;

import org.jspecify.annotations.NullMarked;
