/** The demo as a newcomer starts it: how long it takes, what its processes occupy. */
@NullMarked
package io.koobridge.benchmark.load.demo;

import org.jspecify.annotations.NullMarked;
