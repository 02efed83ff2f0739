/** The topics, their keys, sizes and lives. */
@NullMarked
package io.koobridge.events.topic;

import org.jspecify.annotations.NullMarked;
