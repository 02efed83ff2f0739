@NullMarked
package io.koobridge.events.tenant;

import org.jspecify.annotations.NullMarked;
