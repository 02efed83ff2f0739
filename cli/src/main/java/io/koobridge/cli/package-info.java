/** The koobridge command line, which works against any installation. */
@NullMarked
package io.koobridge.cli;

import org.jspecify.annotations.NullMarked;
