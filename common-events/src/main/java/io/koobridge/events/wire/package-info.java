/** How an event looks on Kafka and over HTTP: a CloudEvent 1.0 whose data is plain JSON. */
@NullMarked
package io.koobridge.events.wire;

import org.jspecify.annotations.NullMarked;
