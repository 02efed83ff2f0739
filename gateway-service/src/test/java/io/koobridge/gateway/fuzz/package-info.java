/**
 * Tens of thousands of calls with something wrong or odd about them, half of them signed after that. What must come of each is worked out by a second,
 * independent reading of saas-v2 and saas-v1 that shares no code with the gateway's: signatures, canonical form, JSON, translation, answers.
 */
@NullMarked
package io.koobridge.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
