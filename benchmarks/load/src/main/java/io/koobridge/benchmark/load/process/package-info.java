/** The processes that are measured: how they are started, and what they use. */
@NullMarked
package io.koobridge.benchmark.load.process;

import org.jspecify.annotations.NullMarked;
