package io.koobridge.system.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.koobridge.system.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One module and what it may know of the others (design §2).
 *
 * @param packageName where all its classes live
 * @param knows the packages of other modules that it may use
 */
record Room(String module, String packageName, Set<String> knows) {

    private static final Map<Room, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    static Room of(String module, String name, String... knows) {
        return new Room(module, "io.koobridge." + name, prefixed(knows));
    }

    private static Set<String> prefixed(String... names) {
        var packages = new TreeSet<String>();
        for (String name : names) {
            packages.add("io.koobridge." + name);
        }
        return packages;
    }

    Path classFiles() {
        return Repository.ROOT.resolve(module).resolve("target/classes");
    }

    JavaClasses classes() {
        return IMPORTED.computeIfAbsent(this, room -> new ClassFileImporter().importPath(room.classFiles()));
    }

    /** A service of ours with a ledger and its reconcile loop. */
    boolean keepsALedger() {
        return knows.contains("io.koobridge.service");
    }

    @Override
    public String toString() {
        return module;
    }
}
