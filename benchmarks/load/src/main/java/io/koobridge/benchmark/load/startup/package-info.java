/** How long the gateway takes from its start to its first healthy answer. */
@NullMarked
package io.koobridge.benchmark.load.startup;

import org.jspecify.annotations.NullMarked;
