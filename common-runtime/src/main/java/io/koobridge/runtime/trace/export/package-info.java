/** Sends spans to a collector. Nothing of this, and nothing of OpenTelemetry's, is there while none is configured. */
@NullMarked
package io.koobridge.runtime.trace.export;

import org.jspecify.annotations.NullMarked;
