package io.koobridge.gateway.dialect.license.code;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.script.Meaning;
import io.koobridge.gateway.dialect.script.Script;
import io.koobridge.gateway.dialect.time.ExpireTime;
import io.koobridge.gateway.dialect.v2.ChangeOrder;
import io.koobridge.gateway.dialect.v2.Status;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** From the edition's words into ours (license §4). Requires what identifies the code and what is to become of it, and nothing more. */
final class CodeTranslator implements Meaning<CodeActivity> {

    private static final String CODE = "license";

    private final Members members;
    private final Supplier<String> callId;

    private CodeTranslator(Members members, Supplier<String> callId) {
        this.members = members;
        this.callId = callId;
    }

    /** @param callId fact id of what has no identity but this call */
    static Translation translate(JsonNode body, Supplier<String> callId) {
        var members = new Members(body);
        return Script.read(members, CodeActivity.class, new CodeTranslator(members, callId));
    }

    @Override
    public Supplier<Command> told(CodeActivity known) {
        return switch (known) {
            case REFRESH_LICENSE_CODE -> refreshLicenseCode();
            case UPDATE_LICENSE_CODE_STATUS -> updateLicenseCodeStatus();
            case RELEASE_LICENSE_CODE -> releaseLicenseCode();
        };
    }

    @Override
    public Reply rehearsed(CodeActivity known) {
        members.text(CODE);
        return new Reply.Noted(false);
    }

    /** What happens to the term of a code; there are no trials, and what is changed gets another code (license §4.1). */
    private enum Scene {
        RENEWAL,
        UNSUBSCRIBE_RENEWAL_PERIOD;

        TermChange change() {
            return switch (this) {
                case RENEWAL -> TermChange.RENEWAL;
                case UNSUBSCRIBE_RENEWAL_PERIOD -> TermChange.UNSUBSCRIBE_RENEWAL_PERIOD;
            };
        }
    }

    private Supplier<Command> refreshLicenseCode() {
        var code = members.id(CODE);
        var scene = members.oneOf("scene", Scene.class);
        var orderId = members.id("orderId");
        var expireTime = members.read("expireTime", ExpireTime::read, "is not a time of 14 or 17 digits");
        return () -> {
            var change = scene.orElseThrow().change();
            var order = ChangeOrder.of(members, orderId);
            var expiresAt = expireTime.orElseThrow();
            var productId = members.idIfAny("productId").orElse(null);
            return new Command.CodeChange(
                    code,
                    FactIds.ofTerm(code, change, order, expiresAt),
                    new CodeTermChanged(change, order, productId, expiresAt));
        };
    }

    private Supplier<Command> updateLicenseCodeStatus() {
        var code = members.id(CODE);
        var status = members.oneOf("status", Status.class);
        return () -> new Command.CodeChange(
                code,
                callId.get(),
                switch (status.orElseThrow()) {
                    case FREEZE -> new CodeFrozen();
                    case UNFREEZE -> new CodeUnfrozen();
                });
    }

    private Supplier<Command> releaseLicenseCode() {
        var code = members.id(CODE);
        return () -> ChangeOrder.ifAny(members)
                .map(order -> new Command.CodeChange(code, FactIds.ofRelease(code, order), new CodeReleased(order)))
                .orElseGet(() -> new Command.CodeChange(code, callId.get(), new CodeReleased(null)));
    }
}
