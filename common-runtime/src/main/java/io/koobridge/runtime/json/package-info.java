/** The suite's one JSON set-up, for Spring too. */
@NullMarked
package io.koobridge.runtime.json;

import org.jspecify.annotations.NullMarked;
