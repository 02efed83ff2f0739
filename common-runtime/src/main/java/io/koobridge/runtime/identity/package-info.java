/** Who this process is and which seller it works for. */
@NullMarked
package io.koobridge.runtime.identity;

import org.jspecify.annotations.NullMarked;
