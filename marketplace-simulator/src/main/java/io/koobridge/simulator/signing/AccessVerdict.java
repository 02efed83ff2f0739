package io.koobridge.simulator.signing;

/** Whether a request may pass the gateway; a refusal carries the words that the caller gets. */
public sealed interface AccessVerdict {
    record Passed() implements AccessVerdict {}

    record Refused(String message) implements AccessVerdict {}
}
