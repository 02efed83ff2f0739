package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.PatchOperation;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.scim.Abilities.MemberSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Which of a tenant's groups an entry is a member of: one, or none. Groups of others are left alone. */
final class Memberships {

    private static final String NOBODY = UUID.nameUUIDFromBytes(new byte[] {0}).toString();

    private final Resources resources;
    private final Abilities abilities;

    /** A server that took one group into another refuses the next for another reason. */
    private final AtomicBoolean nested = new AtomicBoolean();

    /**
     * What is wanted of one entry.
     *
     * @param created just now, so that it is nowhere yet
     * @param remembered the group that it was in last, as far as is remembered
     * @param wanted the group that it is to be in
     */
    record Wish(
            Kind kind,
            String id,
            String tenantId,
            boolean created,
            @Nullable String remembered,
            @Nullable String wanted) {}

    Memberships(Resources resources, Abilities abilities) {
        this.resources = resources;
        this.abilities = abilities;
    }

    Step<Wish> settle(Errand errand, Wish wish) {
        return abilities.of(errand).then(known -> {
            if (wish.kind() == Kind.GROUP && !known.nesting()) {
                return Step.went(wish);
            }
            return held(errand, wish, known)
                    .then(held -> joined(errand, wish, held).then(_ -> left(errand, wish, held)));
        });
    }

    /** Groups that the server has it in. None may mean that the server does not tell. */
    private Step<List<Found>> held(Errand errand, Wish wish, Abilities.Known known) {
        if (wish.created() || known.memberSearch() == MemberSearch.FAILS) {
            return Step.went(List.of());
        }
        return groupsOf(errand, wish.id())
                .then(found -> found.isEmpty() || known.memberSearch() == MemberSearch.WORKS
                        ? Step.went(found)
                        : groupsOf(errand, NOBODY).then(anybodys -> {
                            // Some servers ignore this filter: whoever finds groups of nobody finds any.
                            abilities.memberSearch(anybodys.isEmpty());
                            return Step.went(anybodys.isEmpty() ? found : List.of());
                        }));
    }

    private Step<List<Found>> groupsOf(Errand errand, String member) {
        var filter = Map.of("filter", ScimJson.equal("members.value", member), "excludedAttributes", "members");
        return errand.send(ScimCall.get("FIND_MEMBERSHIPS", Kind.GROUP.endpoint(), filter))
                .then(reply -> {
                    if (!reply.success()) {
                        abilities.memberSearch(false);
                        return Step.went(List.of());
                    }
                    return Found.all(reply.body()).map(Step::went).orElseGet(() -> Errand.unreadable("a search"));
                });
    }

    private Step<Wish> joined(Errand errand, Wish wish, List<Found> held) {
        var group = wish.wanted();
        if (group == null || held.stream().anyMatch(one -> one.id().equals(group))) {
            return Step.went(wish);
        }
        return resources.change(errand, Kind.GROUP, group, adding(wish)).then(reply -> {
            if (reply.success()) {
                nested.compareAndSet(false, wish.kind() == Kind.GROUP);
                return Step.went(wish);
            }
            if (reply.gone()) {
                return new Step.Ended<>(
                        new Written.Orphaned("the SCIM server has the department's group no more, id " + group));
            }
            if (wish.kind() == Kind.GROUP && reply.status() == 400 && !nested.get()) {
                abilities.noNesting();
                return Step.went(wish);
            }
            return errand.refused("make a %s a member".formatted(wish.kind().words()), reply);
        });
    }

    private Step<Wish> left(Errand errand, Wish wish, List<Found> held) {
        var groups = new TreeSet<String>();
        held.stream()
                .filter(one -> one.externalId().startsWith(OwnId.prefix(wish.tenantId())))
                .forEach(one -> groups.add(one.id()));
        if (wish.remembered() != null && !wish.created()) {
            groups.add(wish.remembered());
        }
        Step<Wish> step = Step.went(wish);
        for (var group : groups) {
            if (!group.equals(wish.wanted())) {
                step = step.then(_ -> taken(errand, wish, group));
            }
        }
        return step;
    }

    /** From a group that is gone it is gone, too. */
    private Step<Wish> taken(Errand errand, Wish wish, String group) {
        return resources
                .change(errand, Kind.GROUP, group, removing(wish))
                .then(reply -> reply.success()
                                || reply.gone()
                                || reply.scimType().equals("noTarget")
                        ? Step.went(wish)
                        : errand.refused(
                                "take a %s from a group".formatted(wish.kind().words()), reply));
    }

    private static Resources.Edit adding(Wish wish) {
        var member = ScimJson.node(
                wish.kind() == Kind.GROUP
                        ? List.of(Map.of("value", wish.id(), "type", wish.kind().type()))
                        : List.of(Map.of("value", wish.id())));
        return current -> isMember(current, wish.id()).orElse(false)
                ? List.<PatchOperation>of()
                : List.of(ScimJson.add("members", member));
    }

    private static Resources.Edit removing(Wish wish) {
        var path = "members[%s]".formatted(ScimJson.equal("value", wish.id()));
        return current ->
                isMember(current, wish.id()).orElse(true) ? List.of(ScimJson.remove(path)) : List.<PatchOperation>of();
    }

    private static Optional<Boolean> isMember(Optional<ObjectNode> group, String id) {
        return group.map(read -> read.path("members")
                .valueStream()
                .map((JsonNode member) -> member.path("value").asText())
                .anyMatch(id::equals));
    }
}
