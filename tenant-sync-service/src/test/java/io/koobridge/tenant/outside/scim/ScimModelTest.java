package io.koobridge.tenant.outside.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever was wanted on the way and whatever went wrong, the server ends with exactly what is wanted last. */
class ScimModelTest {

    private static final int CHANGES = 25;

    @Property(tries = 40)
    @Tag("promise:reality-follows")
    void theServerEndsWithWhatIsWantedLast(@ForAll long seed) {
        var world = new ScimWorld(seed);
        try (var bench = world.bench) {
            for (int i = 0; i < CHANGES; i++) {
                world.change();
                for (int work = world.random.nextInt(6); work > 0; work--) {
                    world.work();
                }
            }
            world.settleAll();
            // What was lost after its last write is found missing when it is written again.
            world.calm = true;
            bench.clock.advance(Duration.ofHours(1));
            world.dirtyGroups.addAll(world.parents.keySet());
            world.settleAll();
            world.dirtyUsers.addAll(world.people.keySet());
            world.settleAll();

            assertThat(bench.server.memberships()).isEqualTo(world.wantedMemberships());
            var there = new TreeMap<String, ScimWorld.Person>();
            bench.server.users().forEach(user -> {
                var roles = new TreeMap<String, String>();
                user.path("roles")
                        .forEach(role -> roles.put(
                                role.path("display").asText(),
                                role.path("value").asText()));
                var code = StubScim.code(user);
                assertThat(there.put(
                                code,
                                new ScimWorld.Person(
                                        user.path("displayName").asText(),
                                        world.people.get(code) == null
                                                ? null
                                                : world.people.get(code).department(),
                                        user.path("active").asBoolean(),
                                        roles)))
                        .isNull();
            });
            assertThat(there).isEqualTo(world.people);
        }
    }
}
