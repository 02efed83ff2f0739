package io.koobridge.tenant.outside.scim;

import io.koobridge.tenant.domain.directory.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes single entries as they are wanted, wherever the server has them. */
final class Entries {

    private final Resources resources;
    private final boolean adoptUnowned;

    /** Where an entry is. */
    record Settled(String id, boolean created) {}

    Entries(Resources resources, boolean adoptUnowned) {
        this.resources = resources;
        this.adoptUnowned = adoptUnowned;
    }

    /** Looks it up where it is remembered, then by its id of ours: a creation may have been made without an answer. */
    Step<Settled> settle(Errand errand, ScimEntry entry, @Nullable Place place) {
        return located(errand, entry.kind(), entry.id(), place)
                .then(found -> found.isPresent() ? changed(errand, entry, found.get()) : created(errand, entry));
    }

    /** None that bears its id of ours is there afterwards, whatever is remembered. */
    Step<List<String>> remove(Errand errand, Kind kind, OwnId id, @Nullable Place place) {
        return all(errand, kind, id, place).then(ids -> {
            Step<List<String>> step = Step.went(ids);
            for (var one : ids) {
                step = step.then(_ -> removed(errand, kind, one, ids));
            }
            return step;
        });
    }

    Step<Optional<Found>> located(Errand errand, Kind kind, OwnId id, @Nullable Place place) {
        Step<Optional<Found>> remembered =
                place == null ? Step.went(Optional.empty()) : resources.byId(errand, kind, place.id());
        return remembered.then(found -> found.isPresent()
                ? Step.went(found)
                : resources
                        .byOwnId(errand, kind, id)
                        .then(ours -> Step.went(ours.stream().findFirst())));
    }

    Step<Settled> changed(Errand errand, ScimEntry entry, Found found) {
        return resources
                .change(errand, entry.kind(), found, current -> entry.difference(current.orElse(found.resource())))
                .then(reply -> {
                    if (reply.success()) {
                        return Step.went(new Settled(found.id(), false));
                    }
                    return reply.gone()
                            ? Step.later("the entry went away while it was changed")
                            : errand.refused("change the " + entry.kind().words(), reply);
                });
    }

    private Step<Settled> created(Errand errand, ScimEntry entry) {
        return resources.create(errand, entry).then(reply -> {
            if (reply.success()) {
                var id = createdId(reply);
                return id == null ? Errand.unreadable("a creation") : Step.went(new Settled(id, true));
            }
            return reply.status() == 409
                    ? taken(errand, entry, reply)
                    : errand.refused("create the " + entry.kind().words(), reply);
        });
    }

    /** Somebody has the name. It is taken over only from KooBridge itself, or from nobody where that is allowed. */
    private Step<Settled> taken(Errand errand, ScimEntry entry, ScimReply conflict) {
        var kind = entry.kind();
        return resources
                .matching(errand, kind, kind.nameAttribute(), entry.name())
                .then(found -> {
                    var bearers = found.stream()
                            .filter(one -> one.resource()
                                    .path(kind.nameAttribute())
                                    .asText()
                                    .equalsIgnoreCase(entry.name()))
                            .sorted(Found.BY_AGE)
                            .toList();
                    var ours = bearers.stream()
                            .filter(one -> one.externalId().equals(entry.id().toString()))
                            .findFirst();
                    if (ours.isPresent()) {
                        return changed(errand, entry, ours.get());
                    }
                    var unowned = bearers.stream()
                            .filter(one -> one.externalId().isEmpty())
                            .findFirst();
                    if (unowned.isPresent() && adoptUnowned) {
                        return changed(errand, entry, unowned.get());
                    }
                    return refusal(errand, entry, conflict, bearers.isEmpty(), unowned.isPresent());
                });
    }

    private static Step<Settled> refusal(
            Errand errand, ScimEntry entry, ScimReply conflict, boolean nobody, boolean unowned) {
        var name = "the %s's %s".formatted(entry.kind().words(), entry.kind().nameAttribute());
        if (unowned) {
            return Step.refused(
                    "%s is that of an entry without externalId: give it this entry's, or set %s.adopt-unowned"
                            .formatted(name, ScimSettings.KEY));
        }
        return nobody
                ? errand.refused("create the " + entry.kind().words(), conflict)
                : Step.refused("%s is that of an entry with another externalId: see %s.form"
                        .formatted(name, ScimSettings.KEY));
    }

    private Step<List<String>> all(Errand errand, Kind kind, OwnId id, @Nullable Place place) {
        return resources.byOwnId(errand, kind, id).then(found -> {
            var ids = new TreeSet<String>();
            found.forEach(one -> ids.add(one.id()));
            if (place != null) {
                ids.add(place.id());
            }
            return Step.went(new ArrayList<>(ids));
        });
    }

    private Step<List<String>> removed(Errand errand, Kind kind, String id, List<String> ids) {
        return resources.delete(errand, kind, id).then(reply -> {
            if (reply.success() || reply.gone()) {
                return Step.went(ids);
            }
            // Some servers delete no group that has members: those are on their way elsewhere.
            return reply.status() == 409
                    ? Step.later("the SCIM server does not delete the %s yet: %s"
                            .formatted(kind.words(), reply.explained(errand.personal())))
                    : errand.refused("delete the " + kind.words(), reply);
        });
    }

    private static @Nullable String createdId(ScimReply reply) {
        var found = Found.of(reply.body());
        if (found.isPresent()) {
            return found.get().id();
        }
        var location = reply.location() == null ? "" : reply.location();
        var last = location.substring(location.lastIndexOf('/') + 1);
        return last.matches("[A-Za-z0-9_-]+") ? last : null;
    }
}
