/** Calls that failed and that nobody repeats: kept until those who know what they were about have taken them. */
@NullMarked
package io.koobridge.gateway.lost;

import org.jspecify.annotations.NullMarked;
