/** Real Kafka in KRaft mode, broker and controller in one process. */
@NullMarked
package io.koobridge.stack.broker;

import org.jspecify.annotations.NullMarked;
