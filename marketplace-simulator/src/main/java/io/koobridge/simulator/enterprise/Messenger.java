package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.calling.KitPost;
import io.koobridge.simulator.calling.KitPost.Heard;
import io.koobridge.simulator.enterprise.Enterprise.Work;
import io.koobridge.simulator.enterprise.Operation.Sent;
import io.koobridge.simulator.life.Violation;
import io.koobridge.simulator.life.Violations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the calls of an operation, one after the other; stops at the first that fails (tenant-sync §2.2). Blocks. The clock is real time. */
final class Messenger {
    /** The default zone of the kit's times (tenant-sync §4.1). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.ofHours(8));

    private final KitPost post;
    private final Stationery stationery;
    private final Violations violations;
    private final Clock clock;

    Messenger(KitPost post, Stationery stationery, Violations violations, Clock clock) {
        this.post = post;
        this.stationery = stationery;
        this.violations = violations;
        this.clock = clock;
    }

    void deliver(Enterprise enterprise, Work work, Manner manner) {
        Operation operation = work.operation();
        List<Planned> failed = new ArrayList<>();
        try {
            for (Planned each : work.calls()) {
                if (!failed.isEmpty() && !manner.goesOn()) {
                    failed.add(each);
                    continue;
                }
                List<Sent> sent = delivered(enterprise, each, manner);
                for (Sent call : sent) {
                    operation = operation.with(call);
                }
                if (!sent.stream().allMatch(Sent::good)) {
                    failed.add(each);
                }
                enterprise.remember(operation);
            }
            Operation.State end = failed.isEmpty() ? Operation.State.DONE : Operation.State.FAILED;
            enterprise.end(operation.ended(end, clock.instant()), failed, work.binds());
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            enterprise.end(operation.broken(why, clock.instant()), work.calls(), work.binds());
        }
    }

    private List<Sent> delivered(Enterprise enterprise, Planned planned, Manner manner) {
        Message message = planned.message().get();
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < manner.times(); i++) {
            Map<String, Object> body = message.body(enterprise.profile(), time(enterprise, planned, manner));
            sent.addAll(called(new Case(enterprise, message), body, manner.fault()));
        }
        return sent;
    }

    private String time(Enterprise enterprise, Planned planned, Manner manner) {
        Instant at = planned.at() == null ? enterprise.stamp(clock.instant()) : planned.at();
        return TIME.format(at.minusSeconds(manner.late()));
    }

    private record Case(Enterprise enterprise, Message message) {}

    private List<Sent> called(Case about, Map<String, Object> body, @Nullable KitFault fault) {
        Map<String, Object> changed = fault == null ? null : BodyFaults.changed(fault, body);
        if (fault == null || changed == null) {
            return List.of(send(about, body, null, null));
        }
        if (fault == KitFault.REUSED_NONCE) {
            String nonce = stationery.nonce();
            Sent honest = send(about, body, nonce, null);
            changed.replace("timeStamp", TIME.format(about.enterprise().stamp(clock.instant())));
            return List.of(honest, send(about, changed, nonce, fault));
        }
        Sent wrong = send(about, changed, null, fault);
        return fault.additional() ? List.of(wrong, send(about, body, null, null)) : List.of(wrong);
    }

    private Sent send(Case about, Map<String, Object> body, @Nullable String nonce, @Nullable KitFault fault) {
        Enterprise enterprise = about.enterprise();
        Profile profile = enterprise.profile();
        Message message = about.message();
        String order = profile.orderId().isEmpty() ? null : profile.orderId();
        String instance = profile.instanceId().isEmpty() ? null : profile.instanceId();
        var draft = new Stationery.Draft(profile, enterprise.keys(), message.to(), body, nonce);
        KitPost.Wrong wrong = fault == null ? null : fault.wrong();
        Heard heard = post.send(
                new About(message.to().written(), order, null, instance), wrong, () -> stationery.seal(draft, fault));
        Boolean asExpected = wrong == null ? null : met(wrong, heard);
        if (wrong != null && broken(wrong, heard)) {
            violations.add(new Violation(
                    heard.sentAt(),
                    Violation.Kind.FAULT_NOT_ANSWERED_AS_EXPECTED,
                    profile.tenantId(),
                    message.to().written() + " " + fault + ", got " + heard.resultCode()));
        }
        return new Sent(
                message.to(),
                message.flag(),
                message.rows(),
                heard.millis(),
                heard.httpStatus(),
                heard.resultCode(),
                heard.bodySign(),
                heard.reason(),
                fault,
                asExpected);
    }

    private static boolean met(KitPost.Wrong wrong, Heard heard) {
        return wrong.resultCode() == null
                ? heard.acknowledged()
                : wrong.resultCode().equals(heard.resultCode());
    }

    /** Clearly against it; an internal error or no answer is merely a failure. */
    private static boolean broken(KitPost.Wrong wrong, Heard heard) {
        return wrong.resultCode() == null
                ? "000001".equals(heard.resultCode()) || "000002".equals(heard.resultCode())
                : heard.acknowledged();
    }
}
