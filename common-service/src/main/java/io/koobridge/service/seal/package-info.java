/** Personal data and secrets of a service, which stand sealed in Kafka and in its store (design §7). */
@NullMarked
package io.koobridge.service.seal;

import org.jspecify.annotations.NullMarked;
