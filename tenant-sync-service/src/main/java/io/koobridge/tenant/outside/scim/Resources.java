package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** What can be done with the server's entries. */
final class Resources {

    private static final Map<String, String> WITHOUT_MEMBERS = Map.of("excludedAttributes", "members");
    private static final ScimReply NOTHING_TO_DO = new ScimReply(200, null, null, null);
    private static final int LOCKS = 64;

    private final Abilities abilities;

    /** Without PATCH a group is read and put back whole: two at once would undo each other. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    Resources(Abilities abilities) {
        this.abilities = abilities;
    }

    /** What has to change of an entry as it is; of one that nobody read, what does no harm when it is so already. */
    interface Edit extends Function<Optional<ObjectNode>, List<PatchOperation>> {}

    Step<Optional<Found>> byId(Errand errand, Kind kind, String id) {
        return read(errand, kind, id, kind == Kind.GROUP ? WITHOUT_MEMBERS : Map.of());
    }

    /** Those that bear exactly this id of ours, the oldest first. */
    Step<List<Found>> byOwnId(Errand errand, Kind kind, OwnId id) {
        return matching(errand, kind, "externalId", id.toString()).then(found -> {
            var ours = found.stream()
                    .filter(one -> one.externalId().equals(id.toString()))
                    .sorted(Found.BY_AGE)
                    .toList();
            // Some servers compare without regard to case. Any other one that is found was not looked for.
            return found.stream().allMatch(one -> one.externalId().equalsIgnoreCase(id.toString()))
                    ? Step.went(ours)
                    : Step.later("the SCIM server ignores filters, without which no entry is found again");
        });
    }

    Step<List<Found>> matching(Errand errand, Kind kind, String attribute, String value) {
        var query = new TreeMap<>(Map.of("filter", ScimJson.equal(attribute, value)));
        if (kind == Kind.GROUP) {
            query.putAll(WITHOUT_MEMBERS);
        }
        return errand.send(ScimCall.get("FIND_" + kind, kind.endpoint(), query)).then(reply -> {
            if (!reply.success()) {
                return errand.refused("search a %s by %s".formatted(kind.words(), attribute), reply);
            }
            return Found.all(reply.body()).map(Step::went).orElseGet(() -> Errand.unreadable("a search"));
        });
    }

    /** The reply tells whether it was. */
    Step<ScimReply> create(Errand errand, ScimEntry entry) {
        var kind = entry.kind();
        return errand.send(ScimCall.post("CREATE_" + kind, kind.endpoint(), entry.resource()));
    }

    /** The reply tells whether it was, and may be that the entry is gone. */
    Step<ScimReply> change(Errand errand, Kind kind, Found found, Edit edit) {
        return change(errand, kind, found.id(), found, edit);
    }

    /** The same of one that was not read. */
    Step<ScimReply> change(Errand errand, Kind kind, String id, Edit edit) {
        return change(errand, kind, id, null, edit);
    }

    Step<ScimReply> delete(Errand errand, Kind kind, String id) {
        return errand.send(ScimCall.delete("DELETE_" + kind, ScimCall.of(kind, id)));
    }

    private Step<ScimReply> change(Errand errand, Kind kind, String id, @Nullable Found read, Edit edit) {
        return abilities.of(errand).then(known -> {
            if (!known.patch()) {
                return putBack(errand, kind, id, edit);
            }
            var changes = edit.apply(Optional.ofNullable(read).map(Found::resource));
            if (changes.isEmpty()) {
                return Step.went(NOTHING_TO_DO);
            }
            var version = read == null || !known.versions() ? null : read.version();
            var path = ScimCall.of(kind, id);
            return errand.send(ScimCall.write(
                            "CHANGE_" + kind, HttpMethod.PATCH, path, new PatchRequest(changes), version))
                    .then(reply -> {
                        if (!reply.unknown()) {
                            return Step.went(reply);
                        }
                        abilities.noPatch();
                        return putBack(errand, kind, id, edit);
                    });
        });
    }

    private Step<ScimReply> putBack(Errand errand, Kind kind, String id, Edit edit) {
        var lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
        try {
            if (!lock.tryLock(Math.max(0, errand.deadline().left().toNanos()), TimeUnit.NANOSECONDS)) {
                return Step.later("others are changing the same group");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Step.later("interrupted");
        }
        try {
            return read(errand, kind, id, Map.of())
                    .then(found -> found.isEmpty()
                            ? Step.went(new ScimReply(404, null, null, null))
                            : put(errand, kind, found.get(), edit));
        } finally {
            lock.unlock();
        }
    }

    private Step<ScimReply> put(Errand errand, Kind kind, Found found, Edit edit) {
        var changes = edit.apply(Optional.of(found.resource()));
        if (changes.isEmpty()) {
            return Step.went(NOTHING_TO_DO);
        }
        var whole = ScimJson.applied(changes, found.resource());
        if (whole == null) {
            return Step.refused("the %s that the SCIM server has cannot be changed: it is not as RFC 7643 has it"
                    .formatted(kind.words()));
        }
        whole.remove(List.of("meta", "groups"));
        var version = abilities.now().versions() ? found.version() : null;
        return errand.send(
                ScimCall.write("CHANGE_" + kind, HttpMethod.PUT, ScimCall.of(kind, found.id()), whole, version));
    }

    private static Step<Optional<Found>> read(Errand errand, Kind kind, String id, Map<String, String> query) {
        return errand.send(ScimCall.get("READ_" + kind, ScimCall.of(kind, id), query))
                .then(reply -> {
                    if (reply.gone()) {
                        return Step.went(Optional.empty());
                    }
                    if (!reply.success()) {
                        return errand.refused("show a " + kind.words(), reply);
                    }
                    var found = Found.of(reply.body());
                    return found.isPresent() ? Step.went(found) : Errand.unreadable("a question");
                });
    }
}
