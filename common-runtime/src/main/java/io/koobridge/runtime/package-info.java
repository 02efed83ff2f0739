@NullMarked
package io.koobridge.runtime;

import org.jspecify.annotations.NullMarked;
