@NullMarked
package io.koobridge.license;

import org.jspecify.annotations.NullMarked;
