/** The secrets of a local installation, made at its first start. */
@NullMarked
package io.koobridge.stack.keys;

import org.jspecify.annotations.NullMarked;
