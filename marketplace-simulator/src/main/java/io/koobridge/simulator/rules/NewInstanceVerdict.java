package io.koobridge.simulator.rules;

import io.koobridge.simulator.rules.Reading.Read;
import io.koobridge.simulator.rules.Reading.Unreadable;
import tools.jackson.databind.JsonNode;

/** Whether an answer acknowledges a purchase (saas-v2 §3.2). */
public sealed interface NewInstanceVerdict {
    String DONE = "000000";
    String PROVISIONING = "000004";

    record Acknowledged(String instanceId) implements NewInstanceVerdict {}

    record Failed(String reason) implements NewInstanceVerdict {}

    static NewInstanceVerdict of(Reading reading) {
        return switch (reading) {
            case Unreadable unreadable -> new Failed(unreadable.reason());
            case Read read -> of(read);
        };
    }

    private static NewInstanceVerdict of(Read read) {
        if (!read.resultCode().equals(DONE) && !read.resultCode().equals(PROVISIONING)) {
            return new Failed("resultCode is " + read.resultCode());
        }
        JsonNode instanceId = read.body().path("instanceId");
        if (!instanceId.isString() || instanceId.stringValue().isBlank()) {
            return new Failed("instanceId is missing");
        }
        if (instanceId.stringValue().length() > 64) {
            return new Failed("instanceId is longer than 64 characters");
        }
        return new Acknowledged(instanceId.stringValue());
    }
}
