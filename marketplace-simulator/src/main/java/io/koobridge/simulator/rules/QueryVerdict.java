package io.koobridge.simulator.rules;

import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.rules.Reading.Read;
import io.koobridge.simulator.rules.Reading.Unreadable;
import tools.jackson.databind.JsonNode;

/** Whether an answer to {@code queryInstance} holds the information of one instance (saas-v2 §4.2). */
public sealed interface QueryVerdict {

    record Ready(Delivery delivery) implements QueryVerdict {}

    record NotYet(String reason) implements QueryVerdict {}

    /** Judges for one instance; {@code withUsage}: it is of a kind that must report usage. */
    static QueryVerdict of(Reading reading, String instanceId, boolean withUsage) {
        return switch (reading) {
            case Unreadable unreadable -> new NotYet(unreadable.reason());
            case Read read -> of(read, instanceId, withUsage);
        };
    }

    private static QueryVerdict of(Read read, String instanceId, boolean withUsage) {
        if (!read.resultCode().equals(NewInstanceVerdict.DONE)) {
            return new NotYet("resultCode is " + read.resultCode());
        }
        for (JsonNode element : read.body().path("info")) {
            if (element.path("instanceId").asString("").equals(instanceId)) {
                try {
                    return new Ready(InstanceInfo.delivery(element, withUsage, read.ascii()));
                } catch (InstanceInfo.Wrong wrong) {
                    return new NotYet(wrong.getMessage());
                }
            }
        }
        return new NotYet("info has no element for " + instanceId);
    }
}
