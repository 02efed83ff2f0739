/** What happened, as values: the vocabulary that every service shares. Pure: no Spring, no Kafka, no clock. */
@NullMarked
package io.koobridge.events;

import org.jspecify.annotations.NullMarked;
