/** One signed callback, as the marketplace would send it. */
@NullMarked
package io.koobridge.cli.trigger;

import org.jspecify.annotations.NullMarked;
