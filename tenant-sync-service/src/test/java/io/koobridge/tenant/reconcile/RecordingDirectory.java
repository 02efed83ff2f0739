package io.koobridge.tenant.reconcile;

import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A directory in memory. What it keeps is said in words: {@code Department D1 under g-D0}. */
public final class RecordingDirectory implements Directory {

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<String, Optional<Written>> trouble = _ -> Optional.empty();

    /** What to answer instead, by the code or user name that a call is about. */
    public void trouble(Function<String, Optional<Written>> answers) {
        trouble = answers;
    }

    public Map<String, String> kept() {
        return new TreeMap<>(kept);
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Written write(WantedDepartment wanted) {
        return written(
                wanted.orgCode(),
                "g-" + wanted.orgCode(),
                wanted.parentPlace(),
                wanted.present(),
                "%s under %s".formatted(wanted.name(), wanted.parentPlace()));
    }

    @Override
    public Written write(WantedUser wanted) {
        return written(
                wanted.userName(),
                "u-" + wanted.userName(),
                wanted.departmentPlace(),
                wanted.present(),
                "%s in %s %s %s"
                        .formatted(
                                wanted.name(),
                                wanted.departmentPlace(),
                                new TreeMap<>(wanted.roles()),
                                wanted.active() ? "active" : "inactive"));
    }

    private Written written(String code, String id, @Nullable String within, boolean present, String words) {
        calls.add(code);
        return trouble.apply(code).orElseGet(() -> {
            if (present) {
                kept.put(id, words);
                return new Written.Done(new Place(id, within));
            }
            kept.remove(id);
            return new Written.Done(null);
        });
    }
}
