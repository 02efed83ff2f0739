/** Facts onto Kafka, acknowledged by every replica in sync. */
@NullMarked
package io.koobridge.gateway.publish;

import org.jspecify.annotations.NullMarked;
