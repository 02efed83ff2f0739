@NullMarked
package io.koobridge.events.order;

import org.jspecify.annotations.NullMarked;
