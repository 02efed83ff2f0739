package io.koobridge.simulator.rules;

import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.rules.Reading.Read;
import io.koobridge.simulator.rules.Reading.Unreadable;
import io.koobridge.simulator.rules.Reply.Answered;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What an answer to a call of V1 is worth (saas-v1 §1.2): signed, {@code 000000} and nothing else, every field as the tables say. */
public final class V1Verdict {
    private final String accessKey;
    private final Credentials credentials;

    public V1Verdict(String accessKey) {
        this.accessKey = accessKey;
        this.credentials = new Credentials(accessKey);
    }

    public Verdict of(Question question, Reply reply, Reading reading) {
        String complaint = reply instanceof Answered answered && answered.status() == 200
                ? SignComplaint.about(accessKey, answered.bodySign(), answered.body())
                : null;
        if (complaint != null) {
            return Verdict.failed(complaint);
        }
        return switch (reading) {
            case Unreadable unreadable -> Verdict.failed(unreadable.reason());
            case Read read -> of(question, read);
        };
    }

    private Verdict of(Question question, Read read) {
        if (!read.resultCode().equals(NewInstanceVerdict.DONE)) {
            return Verdict.failed("resultCode is " + read.resultCode());
        }
        String foreign = Ascii.violation(read);
        if (foreign != null) {
            return Verdict.failed(foreign);
        }
        try {
            return switch (question) {
                case Question.Purchase _ -> purchase(read);
                case Question.Information information -> information(information, read);
                case Question.Licence _ -> licence(read);
                case Question.Done _, Question.Application _ -> Verdict.done();
            };
        } catch (InstanceInfo.Wrong wrong) {
            return Verdict.failed(wrong.getMessage());
        }
    }

    private Verdict purchase(Read read) {
        String instanceId = InstanceInfo.text(read.body(), "instanceId", 64);
        if (instanceId == null || instanceId.isBlank()) {
            return Verdict.failed("instanceId is missing");
        }
        JsonNode appInfo = read.body().path("appInfo");
        Credentials.Opened opened = credentials.opened(read.body(), appInfo);
        if (opened.tooLong()) {
            return tooLong(opened);
        }
        Delivery delivery = new Delivery(opened.in(InstanceInfo.appInfo(appInfo, read.ascii())), List.of());
        return Verdict.delivered(instanceId, delivery).withBreach(opened.breach());
    }

    private static Verdict licence(Read read) {
        String instanceId = InstanceInfo.text(read.body(), "instanceId", 64);
        String license = InstanceInfo.text(read.body(), "license", Integer.MAX_VALUE);
        if (instanceId == null || instanceId.isBlank() || license == null || license.isBlank()) {
            return Verdict.failed(
                    (instanceId == null || instanceId.isBlank() ? "instanceId" : "license") + " is missing");
        }
        return Verdict.licensed(instanceId, license);
    }

    private static Verdict tooLong(Credentials.Opened opened) {
        return Verdict.failed(Objects.requireNonNull(opened.breach())).withBreach(opened.breach());
    }

    /** Unknown ids may be left out; the instance that it is about may not, and what is there must be well formed. */
    private Verdict information(Question.Information asked, Read read) {
        Delivery own = null;
        boolean found = false;
        String breach = null;
        for (JsonNode element : read.body().path("info")) {
            String id = InstanceInfo.text(element, "instanceId", 64);
            if (id == null || id.isBlank()) {
                return Verdict.failed("an element of info has no instanceId");
            }
            boolean wanted = id.equals(asked.instanceId());
            Credentials.Opened opened = credentials.opened(read.body(), element.path("appInfo"));
            if (opened.tooLong()) {
                return tooLong(opened);
            }
            breach = breach == null ? opened.breach() : breach;
            Delivery delivery = InstanceInfo.optionalDelivery(element, wanted && asked.withUsage(), read.ascii());
            if (wanted) {
                found = true;
                own = delivery == null ? null : new Delivery(opened.in(delivery.appInfo()), delivery.usageInfo());
            }
        }
        return found
                ? Verdict.told(own).withBreach(breach)
                : Verdict.failed("info has no element for " + asked.instanceId());
    }
}
