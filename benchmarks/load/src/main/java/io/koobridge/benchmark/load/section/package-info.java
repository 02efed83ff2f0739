/** What a part of the benchmark is given and what it brings back. */
@NullMarked
package io.koobridge.benchmark.load.section;

import org.jspecify.annotations.NullMarked;
