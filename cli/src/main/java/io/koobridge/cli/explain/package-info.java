/** Which part of a captured call's signature is wrong (saas-v2 §7). {@link Explanation} is pure; the rest reads and prints. */
@NullMarked
package io.koobridge.cli.explain;

import org.jspecify.annotations.NullMarked;
