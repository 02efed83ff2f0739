/** Numbers that are read off the store and the broker, by one replica of a service at a time. */
@NullMarked
package io.koobridge.service.gauge;

import org.jspecify.annotations.NullMarked;
