package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.FailureReason;

/** A refusal for good: nobody tries again until somebody asks to. */
public record Failure(FailureReason reason, String detail) {}
