/** What the environment decides before the start, and what local.env tells afterwards. */
@NullMarked
package io.koobridge.stack.environment;

import org.jspecify.annotations.NullMarked;
