package io.koobridge.gateway.lost;

import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.LostCall;

/**
 * A lost call that waits to be told.
 *
 * @param owner whom it is told
 * @param trace of the call
 */
public record Lost(Owner owner, LostCall call, TraceContext trace) {}
