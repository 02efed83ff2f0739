/** What operators set, checked before anything starts, and how the rooms are put together. */
@NullMarked
package io.koobridge.gateway.config;

import org.jspecify.annotations.NullMarked;
