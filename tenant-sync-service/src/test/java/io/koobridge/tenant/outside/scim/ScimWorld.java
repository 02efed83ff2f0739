package io.koobridge.tenant.outside.scim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;
import io.koobridge.tenant.domain.directory.WantedUser.Work;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.scim.StubScim.Fault;
import io.koobridge.tenant.outside.scim.StubScim.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wanted of a SCIM server's people, and a worker that writes it, with whatever goes wrong. */
final class ScimWorld {

    private static final List<String> DEPARTMENTS = List.of("D1", "D2", "D3", "D4");
    private static final List<String> USERS = List.of("a", "b", "c", "d", "e");
    private static final int ROUNDS = 400;

    /** What is wanted of a user. */
    record Person(String name, @Nullable String department, boolean active, Map<String, String> roles) {}

    final Random random;
    final ScimBench bench;
    final Map<String, @Nullable String> parents = new TreeMap<>();
    final Map<String, Person> people = new TreeMap<>();
    final Map<String, Place> groupPlaces = new HashMap<>();
    final Map<String, Place> userPlaces = new HashMap<>();
    final Set<String> dirtyGroups = new TreeSet<>();
    final Set<String> dirtyUsers = new TreeSet<>();
    boolean calm;

    ScimWorld(long seed) {
        random = new Random(seed);
        var traits = new ArrayList<>(List.of(Trait.values()));
        traits.removeAll(List.of(Trait.NO_NESTING, Trait.FILTERS_IGNORED, Trait.UNIQUE_GROUP_NAMES));
        // Without a search by members what a killed write did to a group is not found: that is the page's caveat.
        traits.removeAll(List.of(Trait.NO_MEMBER_SEARCH, Trait.MEMBER_SEARCH_IGNORED));
        traits.removeIf(_ -> random.nextInt(3) > 0);
        bench = new ScimBench(traits.toArray(Trait[]::new));
        bench.server.faults(_ -> fault());
    }

    /** One in four calls goes wrong in some way, as long as there is no calm. */
    private Fault fault() {
        if (calm || random.nextInt(4) > 0) {
            return Fault.NONE;
        }
        var faults = new ArrayList<>(List.of(Fault.values()));
        faults.remove(Fault.OVERSIZED);
        return faults.get(random.nextInt(faults.size()));
    }

    void change() {
        var department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        var user = USERS.get(random.nextInt(USERS.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                // A parent is before its children in the alphabet: there are no cycles.
                var above = DEPARTMENTS.subList(0, DEPARTMENTS.indexOf(department)).stream()
                        .filter(parents::containsKey)
                        .toList();
                parents.put(
                        department,
                        above.isEmpty() || random.nextBoolean() ? null : above.get(random.nextInt(above.size())));
                dirtyGroups.add(department);
            }
            case 2 -> {
                parents.remove(department);
                dirtyGroups.add(department);
                parents.replaceAll((code, parent) -> {
                    if (department.equals(parent)) {
                        dirtyGroups.add(code);
                        return null;
                    }
                    return parent;
                });
                people.replaceAll((name, person) -> {
                    if (department.equals(person.department())) {
                        dirtyUsers.add(name);
                        return new Person(person.name(), null, person.active(), person.roles());
                    }
                    return person;
                });
            }
            case 3, 4, 5 -> {
                var known = List.copyOf(parents.keySet());
                people.put(
                        user,
                        new Person(
                                "Name " + random.nextInt(3),
                                known.isEmpty() || random.nextInt(5) == 0
                                        ? null
                                        : known.get(random.nextInt(known.size())),
                                random.nextBoolean(),
                                random.nextBoolean() ? Map.of() : Map.of("app", "user")));
                dirtyUsers.add(user);
            }
            case 6 -> {
                people.remove(user);
                dirtyUsers.add(user);
            }
            default -> {
                // An answered write may be forgotten, and an entry be lost.
                if (random.nextBoolean()) {
                    userPlaces.remove(user);
                } else if (userPlaces.containsKey(user)) {
                    bench.server.loseUser(userPlaces.get(user).id());
                } else if (groupPlaces.containsKey(department)) {
                    bench.server.loseGroup(groupPlaces.get(department).id());
                }
            }
        }
    }

    /** One write of something that is unsettled. */
    void work() {
        if (!dirtyGroups.isEmpty() && (dirtyUsers.isEmpty() || random.nextBoolean())) {
            var codes = List.copyOf(dirtyGroups);
            var code = codes.get(random.nextInt(codes.size()));
            settle(code, true, bench.write(group(code)));
        } else if (!dirtyUsers.isEmpty()) {
            var names = List.copyOf(dirtyUsers);
            var name = names.get(random.nextInt(names.size()));
            settle(name, false, bench.write(user(name)));
        }
    }

    private void settle(String code, boolean group, Written written) {
        switch (written) {
            case Written.Done(Place place)
            when place != null -> {
                (group ? dirtyGroups : dirtyUsers).remove(code);
                var before = (group ? groupPlaces : userPlaces).put(code, place);
                if (group && (before == null || !before.id().equals(place.id()))) {
                    below(code);
                }
            }
            case Written.Done _ -> {
                (group ? dirtyGroups : dirtyUsers).remove(code);
                (group ? groupPlaces : userPlaces).remove(code);
            }
            case Written.Later later -> {
                if (later.after() != null) {
                    bench.clock.advance(later.after());
                }
            }
            case Written.Orphaned _ -> dirtyGroups.addAll(parents.keySet());
            case Written.Refused(var why) -> throw new AssertionError(why);
        }
    }

    private void below(String code) {
        parents.forEach((child, parent) -> {
            if (code.equals(parent)) {
                dirtyGroups.add(child);
            }
        });
        people.forEach((name, person) -> {
            if (code.equals(person.department())) {
                dirtyUsers.add(name);
            }
        });
    }

    private @Nullable String placeOf(@Nullable String code) {
        var place = code == null ? null : groupPlaces.get(code);
        return place == null ? null : place.id();
    }

    private WantedDepartment group(String code) {
        var parent = parents.get(code);
        return new WantedDepartment(
                "t",
                code,
                "Name of " + code,
                parent,
                placeOf(parent),
                parents.containsKey(code),
                groupPlaces.get(code),
                1);
    }

    private WantedUser user(String name) {
        var person = people.get(name);
        var wanted = person == null ? new Person("", null, false, Map.of()) : person;
        return new WantedUser(
                "t",
                name,
                wanted.name(),
                new Contact(null, null),
                new Work(null, null, null, null, null, Map.of()),
                wanted.department(),
                placeOf(wanted.department()),
                wanted.roles(),
                wanted.active(),
                person != null,
                false,
                userPlaces.get(name),
                1);
    }

    void settleAll() {
        for (int round = 0; round < ROUNDS && !(dirtyGroups.isEmpty() && dirtyUsers.isEmpty()); round++) {
            work();
        }
        assertThat(dirtyGroups).isEmpty();
        assertThat(dirtyUsers).isEmpty();
    }

    Map<String, Set<String>> wantedMemberships() {
        var wanted = new TreeMap<String, Set<String>>();
        parents.keySet().forEach(code -> wanted.put(code, new TreeSet<>()));
        parents.forEach((code, parent) -> {
            if (parent != null) {
                requireNonNull(wanted.get(parent)).add("group " + code);
            }
        });
        people.forEach((name, person) -> {
            if (person.department() != null) {
                requireNonNull(wanted.get(person.department())).add(name);
            }
        });
        return wanted;
    }
}
