@NullMarked
package io.koobridge.crypto;

import org.jspecify.annotations.NullMarked;
