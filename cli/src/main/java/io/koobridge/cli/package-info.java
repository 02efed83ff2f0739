@NullMarked
package io.koobridge.cli;

import org.jspecify.annotations.NullMarked;
