/** What a call costs the gateway in one edition, beside the same call in the other. */
@NullMarked
package io.koobridge.benchmark.load.editions;

import org.jspecify.annotations.NullMarked;
