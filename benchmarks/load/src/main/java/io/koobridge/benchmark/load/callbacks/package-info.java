/** The gateway beside what it is compared with: cost of a call, throughput, latency, memory. */
@NullMarked
package io.koobridge.benchmark.load.callbacks;

import org.jspecify.annotations.NullMarked;
