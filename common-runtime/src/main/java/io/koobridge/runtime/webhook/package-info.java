/** Conversations with a service of the seller's own, each message signed as a Standard Webhook. */
@NullMarked
package io.koobridge.runtime.webhook;

import org.jspecify.annotations.NullMarked;
