@NullMarked
package io.koobridge.events;

import org.jspecify.annotations.NullMarked;
