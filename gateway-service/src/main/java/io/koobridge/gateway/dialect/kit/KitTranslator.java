package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Command.TenantTold.Told;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From the kit's words into ours, which both editions share but for names (tenant-sync §5). Debugging calls are understood like all others: what they tell is kept
 * and marked (design §3.4).
 */
final class KitTranslator {

    private static final int LONGEST_NAME = 1_024;

    /** Twice what the longest RSA key makes, in hexadecimal digits. */
    private static final int LONGEST_SECRET = 8_192;

    private static final String UNKNOWN = "is unknown";

    private final Sealer contact;
    private final JsonNode body;
    private final Members members;
    private final String callId;
    private final String tenantId;
    private final @Nullable String instanceId;
    private final boolean test;

    private KitTranslator(Sealer contact, JsonNode body, String callId) {
        this.contact = contact;
        this.body = body;
        this.callId = callId;
        this.members = new Members(body);
        this.tenantId = members.id("tenantId");
        this.instanceId = members.optionalId("instanceId").orElse(null);
        this.test = members.says("testFlag", "1");
    }

    /**
     * Says what a call means.
     *
     * @param contact seals what people can be reached by
     * @param callId fact id of this call
     */
    static Translation translate(CallHead head, Sealer contact, JsonNode body, String callId) {
        var activity = Activity.told(head);
        var translator = new KitTranslator(contact, body, callId);
        var command = translator.told(KitBodies.called(head));
        return translator
                .members
                .problem()
                .<Translation>map(why -> new NotUnderstood(activity, why))
                .orElseGet(() -> new Understood(activity, command.get()));
    }

    private Supplier<Command> told(KitInterface called) {
        KitMembers.ofAnother(called, body).ifPresent(members::reject);
        return switch (called) {
            case TENANT_SYNC -> tenantSync();
            case APPLICATION_SYNC -> applicationSync();
            case AUTH_SYNC -> authSync();
            case SINGLE_ORG_SYNC -> singleOrgSync();
            case ALL_ORG_SYNC -> allOrgSync();
        };
    }

    /** Zero takes away; with that nothing else is looked at (tenant-sync §4.4). */
    private Optional<Change> change() {
        return members.read(
                        "flag",
                        flag -> switch (flag) {
                            case "0" -> Optional.of(Optional.<Change>empty());
                            case "1" -> Optional.of(Optional.of(Change.ADDED));
                            case "2" -> Optional.of(Optional.of(Change.MODIFIED));
                            default -> Optional.empty();
                        },
                        UNKNOWN)
                .flatMap(change -> change);
    }

    private Supplier<Command> tenantSync() {
        var change = change();
        if (change.isEmpty()) {
            return () -> one(new TenantUnbound(instanceId, test));
        }
        var added = change.get() == Change.ADDED;
        var orderId = members.optionalId("orderId").orElse(null);
        var tenantCode = text("tenantCode", added);
        var name = text("name", added);
        var domainName = text("domainName", added);
        return () -> one(new TenantBound(instanceId, orderId, tenantCode, name, domainName, change.get(), test));
    }

    private Supplier<Command> applicationSync() {
        var appId = members.id("appId");
        if (change().isEmpty()) {
            return () -> one(new ApplicationWithdrawn(instanceId, appId, test));
        }
        var clientId = members.id("clientId");
        var secret = members.opaqueIfAny("clientSecret", LONGEST_SECRET);
        if (secret.isEmpty()) {
            members.reject("clientSecret is missing");
        }
        return () -> new Command.SecretTold(
                tenantId,
                callId,
                new Command.SecretTold.Client(instanceId, appId, clientId, test),
                secret.orElseThrow());
    }

    private Supplier<Command> authSync() {
        var appId = members.id("appId");
        var change = members.read(
                "flag",
                flag -> switch (flag) {
                    case "0" -> Optional.of(UserChange.DELETED);
                    case "1" -> Optional.of(UserChange.ADDED);
                    case "2" -> Optional.of(UserChange.MODIFIED);
                    case "3" -> Optional.of(UserChange.CANCELLED);
                    default -> Optional.empty();
                },
                UNKNOWN);
        var rows = rows("userList", "userName");
        return () -> {
            var reader = new KitRows(contact.together(), tenantId);
            var users = rows.stream().map(reader::user).toList();
            return many(KitParts.of(
                    users,
                    callId,
                    (part, some) -> new UsersTold(instanceId, appId, change.orElseThrow(), part, some, test)));
        };
    }

    private Supplier<Command> singleOrgSync() {
        var orgCode = members.id("orgCode");
        var change = change();
        if (change.isEmpty()) {
            return () -> one(new DepartmentTold(instanceId, new DepartmentRow(orgCode, null, null), null, test));
        }
        text("orgName", change.get() == Change.ADDED);
        return () -> one(new DepartmentTold(instanceId, KitRows.department(body), change.get(), test));
    }

    /** Each edition has its own name for the list (tenant-sync §5.5); which one is there tells which is meant. */
    private Supplier<Command> allOrgSync() {
        var rows = rows(body.hasNonNull("orgInfoList") ? "orgInfoList" : "orgInfo", "orgCode");
        return () -> many(KitParts.of(
                rows.stream().map(KitRows::department).toList(),
                callId,
                (part, some) -> new OrganisationTold(instanceId, part, some, test)));
    }

    /**
     * All of them, or none when one is bad: nothing invalid is applied, and nothing beside it (design §6). Of those about the same the last one counts, for the parts
     * of a list may be stored in any order.
     */
    private List<JsonNode> rows(String name, String identity) {
        if (!body.hasNonNull(name)) {
            members.reject(name + " is missing");
            return List.of();
        }
        var rows = KitLists.read(body.get(name));
        if (rows.isEmpty()) {
            members.reject(name + " is not a list");
        }
        var all = rows.orElse(List.of());
        var last = new LinkedHashMap<String, JsonNode>();
        for (int index = 0; index < all.size(); index++) {
            var row = all.get(index);
            var flaw = KitRows.flaw(row, identity);
            if (flaw != null) {
                members.reject("%s[%d]%s".formatted(name, index, flaw));
                return List.of();
            }
            last.put(row.path(identity).asString(), row);
        }
        return List.copyOf(last.values());
    }

    private @Nullable String text(String name, boolean required) {
        var text = members.opaqueIfAny(name, LONGEST_NAME).filter(given -> !given.isBlank());
        if (required && text.isEmpty()) {
            members.reject(name + " is missing");
        }
        return text.orElse(null);
    }

    private Command one(TenantFact fact) {
        return many(List.of(new Told(callId, fact)));
    }

    private Command many(List<Told> facts) {
        return new Command.TenantTold(tenantId, facts);
    }
}
