package io.koobridge.simulator.rules;

import io.koobridge.simulator.life.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was worth, whatever was asked.
 *
 * @param instanceId what {@code newInstance} was answered
 * @param delivery what {@code queryInstance} was answered
 * @param license what {@code getLicense} was answered
 * @param breach a promise that was broken all the same, acknowledged or not
 * @param reason null: acknowledged
 */
public record Verdict(
        @Nullable String instanceId,
        @Nullable Delivery delivery,
        @Nullable String license,
        @Nullable String breach,
        @Nullable String reason) {
    private static final int LONGEST_REASON = 300;

    public static Verdict of(Question question, Reading reading) {
        return switch (question) {
            case Question.Purchase _ ->
                switch (NewInstanceVerdict.of(reading)) {
                    case NewInstanceVerdict.Acknowledged acknowledged -> delivered(acknowledged.instanceId(), null);
                    case NewInstanceVerdict.Failed failed -> failed(failed.reason());
                };
            case Question.Information information ->
                switch (QueryVerdict.of(reading, information.instanceId(), information.withUsage())) {
                    case QueryVerdict.Ready ready -> told(ready.delivery());
                    case QueryVerdict.NotYet notYet -> failed(notYet.reason());
                };
            case Question.Application _ ->
                ofDone(reading, Set.of(NewInstanceVerdict.DONE, NewInstanceVerdict.PROVISIONING));
            case Question.Done _, Question.Licence _ -> ofDone(reading, Set.of(NewInstanceVerdict.DONE));
        };
    }

    private static Verdict ofDone(Reading reading, Set<String> successes) {
        return switch (reading) {
            case Reading.Unreadable unreadable -> failed(unreadable.reason());
            case Reading.Read read
            when !successes.contains(read.resultCode()) -> failed("resultCode is " + read.resultCode());
            case Reading.Read _ -> done();
        };
    }

    /** A reason may quote what the seller sent. */
    static Verdict failed(String reason) {
        return new Verdict(
                null,
                null,
                null,
                null,
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
    }

    static Verdict done() {
        return new Verdict(null, null, null, null, null);
    }

    static Verdict delivered(String instanceId, @Nullable Delivery delivery) {
        return new Verdict(instanceId, delivery, null, null, null);
    }

    static Verdict licensed(String instanceId, String license) {
        return new Verdict(instanceId, null, license, null, null);
    }

    static Verdict told(@Nullable Delivery delivery) {
        return new Verdict(null, delivery, null, null, null);
    }

    Verdict withBreach(@Nullable String other) {
        return new Verdict(instanceId, delivery, license, other, reason);
    }
}
