package io.koobridge.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All tenants and their fences, in memory and in a file with one line for each. Yours are in your database; the rules are
 * the same: what is not stored is not so, and an UncheckedIOException says that it was not stored.
 */
final class Tenants {

    private final Path file;
    private final Map<String, Kept> kept = new TreeMap<>();

    /** Throws UncheckedIOException, in one sentence, when the file cannot be read or not be written. */
    Tenants(Path file) {
        this.file = file;
        try {
            read();
            // What could not be stored later is better known now.
            write(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("the tenants cannot be kept: " + e.getMessage(), e);
        }
    }

    private void read() throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (Files.exists(file)) {
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                try {
                    var each = Kept.read(line);
                    kept.put(each.id(), each);
                } catch (IllegalArgumentException e) {
                    throw new IOException("line %d of %s is no tenant: %s".formatted(number, file, e.getMessage()), e);
                }
            }
        }
    }

    synchronized @Nullable Tenant find(String id) {
        var known = kept.get(id);
        return known == null ? null : known.tenant();
    }

    /** The fence: calls may overtake each other, and one with a lower generation than the highest is out of date. */
    synchronized long highest(String id) {
        var known = kept.get(id);
        return known == null ? 0 : known.highest();
    }

    /** From now on this generation is the least that counts, whatever becomes of it. */
    synchronized void begin(String id, long generation) {
        if (generation > highest(id)) {
            keep(new Kept(id, generation, find(id)));
        }
    }

    /** Made from what it was before; null when a higher generation was begun meanwhile. It is stored when this returns. */
    synchronized @Nullable Tenant put(Call call, boolean productPossible) {
        var id = call.instanceId();
        if (call.generation() < highest(id)) {
            return null;
        }
        var tenant = Tenant.wanted(call, find(id), productPossible);
        keep(new Kept(id, call.generation(), tenant));
        return tenant;
    }

    /** Null when there is no such seat to take or to give back. */
    synchronized @Nullable Tenant use(String id, long seats) {
        var tenant = find(id);
        if (tenant == null || !tenant.usable()) {
            return null;
        }
        long used = tenant.used() + seats;
        boolean more = seats > 0;
        if (used < 0 || (more && tenant.quantity() != null && used > tenant.quantity())) {
            return null;
        }
        keep(new Kept(id, highest(id), tenant.withUsed(used)));
        return find(id);
    }

    /** The file first: nobody may be told READY about what a restart would not know. */
    private void keep(Kept each) {
        var next = new TreeMap<>(kept);
        next.put(each.id(), each);
        try {
            write(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept.put(each.id(), each);
    }

    private void write(Map<String, Kept> all) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, forTheOwnerAlone(next));
        Files.write(next, all.values().stream().map(Kept::line).toList());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Buyers' names stand in it. */
    private static FileAttribute<?>[] forTheOwnerAlone(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
