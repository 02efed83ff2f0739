/** JMH, in a process of its own. */
@NullMarked
package io.koobridge.benchmark.load.micro;

import org.jspecify.annotations.NullMarked;
