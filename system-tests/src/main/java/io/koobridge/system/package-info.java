@NullMarked
package io.koobridge.system;

import org.jspecify.annotations.NullMarked;
