package io.koobridge.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All tenants, in memory and in a file with one line for each. Yours are in your database; the rules are the same. */
final class Tenants {

    private final Path file;
    private final Map<String, Tenant> tenants = new TreeMap<>();

    /** The highest generation that was begun; what is done is in the tenant. */
    private final Map<String, Long> begun = new HashMap<>();

    Tenants(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    var tenant = Tenant.read(line);
                    tenants.put(tenant.id(), tenant);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized @Nullable Tenant find(String id) {
        return tenants.get(id);
    }

    synchronized List<Tenant> all() {
        return List.copyOf(tenants.values());
    }

    /** The fence: calls may overtake each other, and one with a lower generation than the highest is out of date. */
    synchronized long highest(String id) {
        var tenant = tenants.get(id);
        return Math.max(begun.getOrDefault(id, 0L), tenant == null ? 0 : tenant.generation());
    }

    /** False when this generation, or a higher one, was begun before. */
    synchronized boolean begin(String id, long generation) {
        if (begun.getOrDefault(id, 0L) >= generation) {
            return false;
        }
        begun.put(id, generation);
        return true;
    }

    /** Makes the tenant what the call wants; null when a higher generation was begun meanwhile. It is in the file before this returns. */
    synchronized @Nullable Tenant put(Call call) {
        if (call.generation() < highest(call.instanceId())) {
            return null;
        }
        var tenant = Tenant.wanted(call, tenants.get(call.instanceId()));
        keep(tenant);
        return tenant;
    }

    /** Nobody works on this generation any more; whoever is asked for it again begins anew. */
    synchronized void giveUp(String id, long generation) {
        begun.remove(id, generation);
    }

    /** Null when there is no such seat to take or to give back. */
    synchronized @Nullable Tenant use(String id, long seats) {
        var tenant = tenants.get(id);
        if (tenant == null || !tenant.usable()) {
            return null;
        }
        long used = tenant.used() + seats;
        boolean more = seats > 0;
        if (used < 0 || (more && tenant.quantity() != null && used > tenant.quantity())) {
            return null;
        }
        keep(tenant.withUsed(used));
        return tenants.get(id);
    }

    private void keep(Tenant tenant) {
        tenants.put(tenant.id(), tenant);
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(
                    next,
                    tenants.values().stream()
                            .map(each -> Json.write(each.members()))
                            .toList());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
