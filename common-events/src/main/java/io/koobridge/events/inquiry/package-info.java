/** What the gateway asks a service over its internal port, and the answers: plain JSON, both directions. */
@NullMarked
package io.koobridge.events.inquiry;

import org.jspecify.annotations.NullMarked;
