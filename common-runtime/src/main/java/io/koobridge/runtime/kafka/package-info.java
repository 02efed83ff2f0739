/** Events as Kafka's client sees them. */
@NullMarked
package io.koobridge.runtime.kafka;

import org.jspecify.annotations.NullMarked;
