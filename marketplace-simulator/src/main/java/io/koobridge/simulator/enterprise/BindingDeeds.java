package io.koobridge.simulator.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with the application as a whole (tenant-sync §2.2). */
public final class BindingDeeds {
    private BindingDeeds() {}

    /**
     * The purchased application is bound to the enterprise.
     *
     * @param again as a change: flag 2 instead of 1
     */
    public record Bind(@Nullable Boolean again) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            int flag = Boolean.TRUE.equals(again) ? Words.MODIFY : Words.ADD;
            return List.of(
                    Planned.of(() -> truth.words().tenant(flag)),
                    Planned.of(
                            () -> truth.words().application(flag, truth.cipher().get())),
                    Planned.of(
                            () -> truth.words().departments(truth.departments().list())));
        }

        @Override
        public @Nullable Boolean binds() {
            return true;
        }
    }

    /** The application is taken from the enterprise again (tenant-sync §10.13). */
    public record Unbind() implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return List.of(
                    Planned.of(() -> truth.words()
                            .application(Words.DELETE, truth.cipher().get())),
                    Planned.of(() -> truth.words().tenant(Words.DELETE)));
        }

        @Override
        public @Nullable Boolean binds() {
            return false;
        }
    }

    /** All departments once more. */
    public record SyncDepartments() implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return List.of(Planned.of(
                    () -> truth.words().departments(truth.departments().list())));
        }
    }
}
