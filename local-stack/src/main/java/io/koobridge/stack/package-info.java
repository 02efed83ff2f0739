@NullMarked
package io.koobridge.stack;

import org.jspecify.annotations.NullMarked;
