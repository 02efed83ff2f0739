/** What many calls have in common: the loop that each runs on, and the moment in which their work goes together. */
@NullMarked
package io.koobridge.gateway.moment;

import org.jspecify.annotations.NullMarked;
