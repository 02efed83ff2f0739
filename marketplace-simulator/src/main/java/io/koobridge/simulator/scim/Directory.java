package io.koobridge.simulator.scim;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The users and groups of one directory. Safe for threads. The clock is real time. */
public final class Directory {
    private static final int MOST_USERS = 50_000;
    private static final int MOST_GROUPS = 20_000;
    private static final int MOST_MEMBERSHIPS = 200_000;
    private static final long MOST_BYTES = 40L << 20;

    private final Shelf users = new Shelf(Kind.USERS);
    private final Shelf groups = new Shelf(Kind.GROUPS);
    /** By member, so that whoever goes leaves his groups without all being looked at. */
    private final Map<String, Set<String>> groupsOf = new HashMap<>();

    private final Supplier<String> ids;
    private final Clock clock;
    private long bytes;
    private int memberships;

    public Directory(Supplier<String> ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    private Shelf shelf(Kind kind) {
        return kind == Kind.USERS ? users : groups;
    }

    synchronized Stored create(Kind kind, ObjectNode body) {
        if (shelf(kind).size() >= (kind == Kind.USERS ? MOST_USERS : MOST_GROUPS)) {
            throw Refusal.of(507, "the directory is full");
        }
        Members members = members(kind, body);
        ObjectNode attributes = Attributes.checked(kind, body);
        String id = ids.get();
        shelf(kind).requireFree(id, attributes);
        byte[] json = Attributes.bytes(attributes);
        Stored stored = new Stored(kind, id, json, members, clock.instant(), clock.instant(), 1);
        put(stored, null, attributes);
        return stored;
    }

    synchronized Stored replace(Kind kind, String id, ObjectNode body, @Nullable String ifMatch) {
        Stored before = known(kind, id, ifMatch);
        return changed(before, members(kind, body), Attributes.checked(kind, body));
    }

    synchronized Stored patch(Kind kind, String id, List<Patch.Operation> operations, @Nullable String ifMatch) {
        Stored before = known(kind, id, ifMatch);
        ObjectNode attributes = Attributes.read(before);
        Members members = before.members().copy();
        for (Patch.Operation operation : operations) {
            apply(kind, attributes, members, operation);
        }
        return changed(before, members, Attributes.checked(kind, attributes));
    }

    private void apply(Kind kind, ObjectNode attributes, Members members, Patch.Operation operation) {
        Patch.Path path = operation.path();
        if (kind == Kind.GROUPS && path != null && path.attribute().equalsIgnoreCase("members")) {
            requireKnown(members.apply(operation, path));
            return;
        }
        if (kind == Kind.GROUPS && path == null && operation.value() instanceof ObjectNode value) {
            ObjectNode rest = value.deepCopy();
            JsonNode more = rest.remove(Paths.speltOr(rest, "members"));
            if (more != null) {
                requireKnown(members.apply(
                        new Patch.Operation(operation.kind(), null, more), new Patch.Path("members", null, null)));
            }
            Patch.apply(attributes, new Patch.Operation(operation.kind(), null, rest));
            return;
        }
        Patch.apply(attributes, operation);
    }

    private Members members(Kind kind, ObjectNode body) {
        Members members = new Members();
        JsonNode said = body.remove(Paths.speltOr(body, "members"));
        if (kind == Kind.GROUPS) {
            requireKnown(members.add(said));
        }
        return members;
    }

    private void requireKnown(Collection<String> came) {
        for (String id : came) {
            if (users.find(id) == null && groups.find(id) == null) {
                throw Refusal.bad("invalidValue", "there is no member " + id);
            }
        }
    }

    private Stored changed(Stored before, Members members, ObjectNode attributes) {
        ObjectNode old = Attributes.read(before);
        if (old.equals(attributes) && before.members().ids().equals(members.ids())) {
            return before;
        }
        shelf(before.kind()).requireFree(before.id(), attributes);
        Stored now = before.changed(Attributes.bytes(attributes), members, clock.instant());
        put(now, before, attributes);
        return now;
    }

    private void put(Stored now, @Nullable Stored before, ObjectNode attributes) {
        int come = now.members().size() - (before == null ? 0 : before.members().size());
        int more = now.json().length - (before == null ? 0 : before.json().length);
        if (memberships + come > MOST_MEMBERSHIPS || bytes + more > MOST_BYTES) {
            throw Refusal.of(507, "the directory is full");
        }
        shelf(now.kind()).put(now, before == null ? null : Attributes.read(before), attributes);
        bytes += more;
        belong(before, now);
    }

    /** Only who came or went: a long group is changed by few at a time. */
    private void belong(@Nullable Stored before, @Nullable Stored now) {
        Members old = before == null ? new Members() : before.members();
        Members others = now == null ? new Members() : now.members();
        String group = before == null ? Objects.requireNonNull(now).id() : before.id();
        memberships += others.size() - old.size();
        old.ids().stream()
                .filter(id -> !others.has(id))
                .forEach(id -> groupsOf.compute(id, (member, all) -> with(group, false, all)));
        others.ids().stream()
                .filter(id -> !old.has(id))
                .forEach(id -> groupsOf.compute(id, (member, all) -> with(group, true, all)));
    }

    private static @Nullable Set<String> with(String group, boolean now, @Nullable Set<String> before) {
        Set<String> all = before == null ? new HashSet<>() : before;
        boolean changed = now ? all.add(group) : all.remove(group);
        return changed && all.isEmpty() ? null : all;
    }

    synchronized Stored get(Kind kind, String id) {
        return known(kind, id, null);
    }

    private Stored known(Kind kind, String id, @Nullable String ifMatch) {
        Stored known = shelf(kind).find(id);
        if (known == null) {
            throw Refusal.of(404, kind.singular() + " " + id + " is not there");
        }
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(known.etag())) {
            throw Refusal.of(412, "it has changed: " + known.etag());
        }
        return known;
    }

    synchronized void delete(Kind kind, String id, @Nullable String ifMatch) {
        Stored gone = known(kind, id, ifMatch);
        for (String group : Set.copyOf(groupsOf.getOrDefault(id, Set.of()))) {
            Stored before = groups.find(group);
            if (before != null) {
                Members members = before.members().copy();
                var unused = members.remove(id);
                put(before.changed(before.json(), members, clock.instant()), before, Attributes.read(before));
            }
        }
        groupsOf.remove(id);
        belong(gone, null);
        bytes -= gone.json().length;
        shelf(kind).remove(id, Attributes.read(gone));
    }

    /** @param total of all that the filter finds */
    record Page(int total, List<Stored> resources) {}

    synchronized Page list(Kind kind, @Nullable Filter filter, int startIndex, int count) {
        List<Stored> page = new ArrayList<>();
        int total = 0;
        for (Stored each : candidates(kind, filter)) {
            if (filter == null || filter.holds(Attributes.whole(each))) {
                total++;
                if (total >= startIndex && page.size() < count) {
                    page.add(each);
                }
            }
        }
        return new Page(total, page);
    }

    private Iterable<Stored> candidates(Kind kind, @Nullable Filter filter) {
        String id = filter == null ? null : shelf(kind).idOf(filter);
        if (id == null) {
            return shelf(kind).values();
        }
        Stored only = shelf(kind).find(id);
        return only == null ? List.of() : List.of(only);
    }

    /** Without a word to anybody. */
    public synchronized void lose(String id) {
        Kind kind = users.find(id) == null ? Kind.GROUPS : Kind.USERS;
        if (shelf(kind).find(id) == null) {
            throw new NoSuchElementException("no user and no group " + id);
        }
        delete(kind, id, null);
    }

    synchronized List<Stored> all(Kind kind) {
        return List.copyOf(shelf(kind).values());
    }

    public synchronized void clear() {
        users.clear();
        groups.clear();
        groupsOf.clear();
        bytes = 0;
        memberships = 0;
    }
}
