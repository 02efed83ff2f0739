@NullMarked
package io.koobridge.tenant;

import org.jspecify.annotations.NullMarked;
