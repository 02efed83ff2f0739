/** {@code docs/architecture.md}: the pictures that follow from poms and code. */
@NullMarked
package io.koobridge.system.documents.architecture;

import org.jspecify.annotations.NullMarked;
