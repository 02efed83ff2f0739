package io.koobridge.tenant.outside.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.Unlimited;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A directory at a stub server. */
final class ScimBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    final StubScim server;
    final Unlimited outside = new Unlimited();
    final MutableClock clock = MutableClock.at(NOW);
    private ScimDirectory directory;

    ScimBench(StubScim.Trait... traits) {
        server = new StubScim(traits);
        directory = directory(settings(true, ScimSettings.Deleted.DELETE, false, ScimForm.usual()));
    }

    ScimSettings settings(boolean nested, ScimSettings.Deleted deleted, boolean adopt, ScimForm form) {
        return new ScimSettings(
                server.uri(), StubScim.TOKEN, null, null, Duration.ofSeconds(10), nested, deleted, adopt, form);
    }

    /** From now on. Nothing is remembered of the server. */
    ScimBench with(ScimSettings settings) {
        directory = directory(settings);
        return this;
    }

    ScimBench restarted() {
        return with(settings(true, ScimSettings.Deleted.DELETE, false, ScimForm.usual()));
    }

    private ScimDirectory directory(ScimSettings settings) {
        return new ScimServer(outside, clock).directory(settings);
    }

    Written write(WantedUser user) {
        return directory.write(user);
    }

    Written write(WantedDepartment department) {
        return directory.write(department);
    }

    Place done(WantedUser user) {
        return place(write(user));
    }

    Place done(WantedDepartment department) {
        return place(write(department));
    }

    static Place place(Written written) {
        assertThat(written).isInstanceOf(Written.Done.class);
        return Objects.requireNonNull(((Written.Done) written).place());
    }

    @Override
    public void close() {
        assertThat(server.wrong()).isEmpty();
        server.close();
    }
}
