package io.koobridge.gateway.dialect.license;

import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.MadeUp;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.script.Meaning;
import io.koobridge.gateway.dialect.script.Script;
import io.koobridge.gateway.dialect.time.LicenseTime;
import io.koobridge.gateway.dialect.v2.InstanceCalls;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** From the edition's words into ours (license §3). */
final class LicenseTranslator implements Meaning<LicenseActivity> {

    /** It goes into the path of the upload (license §5.1), where a dot or two would lead elsewhere. */
    private static final Pattern EVENT_ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

    /** The table says 1,024 characters and the client that makes them 5 KB (license §3.5): well above both, and bounded. */
    private static final int LONGEST_FINGERPRINT = 8_192;

    private static final String NO_TIME = "is not a time of a known form";

    private final Members members;
    private final Supplier<String> callId;
    private final InstanceCalls instances;

    private LicenseTranslator(Members members, Supplier<String> callId) {
        this.members = members;
        this.callId = callId;
        this.instances = new InstanceCalls(members, callId);
    }

    /** @param callId fact id of what has no identity but this call */
    static Translation translate(JsonNode body, Supplier<String> callId) {
        var members = new Members(body);
        return Script.read(members, LicenseActivity.class, new LicenseTranslator(members, callId));
    }

    @Override
    public Supplier<Command> told(LicenseActivity known) {
        return switch (known) {
            case NEW_INSTANCE -> instances.newInstance();
            case REFRESH_INSTANCE -> instances.refreshInstance();
            case UPDATE_INSTANCE_STATUS -> instances.updateInstanceStatus();
            case RELEASE_INSTANCE -> instances.releaseInstance();
            case GET_LICENSE_ASYNC -> getLicenseAsync();
            case QUERY_INSTANCE -> instances.queryInstance();
        };
    }

    @Override
    public Reply rehearsed(LicenseActivity known) {
        return switch (known) {
            case NEW_INSTANCE -> MadeUp.purchase(members.text("orderId"), members.text("orderLineId"));
            case REFRESH_INSTANCE, UPDATE_INSTANCE_STATUS, RELEASE_INSTANCE -> {
                members.text("instanceId");
                yield new Reply.Noted(false);
            }
            case GET_LICENSE_ASYNC -> {
                members.text("instanceId");
                members.text("eventId");
                yield new Reply.Applied(true);
            }
            case QUERY_INSTANCE -> MadeUp.lookUp(members.ids("instanceId"));
        };
    }

    /** Which of the times an instance could have is not known here, nor whether it needs an end or a device. */
    private Supplier<Command> getLicenseAsync() {
        var id = members.id("instanceId");
        var eventId = members.read("eventId", LicenseTranslator::eventId, "is not an id of 1 to 64 plain characters");
        var effectiveAt = members.read("effectiveTime", LicenseTime::read, NO_TIME);
        var expiresAt = members.readIfAny("expireTime", LicenseTime::read, NO_TIME);
        var fingerprint = members.opaqueIfAny("deviceFingerprint", LONGEST_FINGERPRINT);
        if (isBackwards(effectiveAt, expiresAt)) {
            members.reject("expireTime is not after effectiveTime");
        }
        return () -> new Command.Application(
                callId.get(),
                new LicenseApplied(
                        id,
                        eventId.orElseThrow(),
                        fingerprint.orElse(null),
                        effectiveAt.orElseThrow(),
                        expiresAt.orElse(null)));
    }

    private static Optional<String> eventId(String text) {
        return Optional.of(text).filter(EVENT_ID.asMatchPredicate());
    }

    private static boolean isBackwards(Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent() && until.isPresent() && !until.orElseThrow().isAfter(from.orElseThrow());
    }
}
