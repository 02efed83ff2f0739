package io.koobridge.stack;

import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.suite.Programs;
import java.nio.file.Path;

/** Where the project is: the starting script says it. */
final class Project {

    private Project() {}

    static Path root() {
        String root = System.getProperty("koobridge.root");
        if (root == null) {
            throw new StackFailure("Start this by ./koobridge, which sets the system property koobridge.root");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** With AOT caches: those that are there, and where the starting script wants it also those that are missing. */
    static Programs programs(Progress progress) {
        return "make".equals(System.getProperty("koobridge.caches"))
                ? Training.withCaches(root(), progress)
                : Programs.of(root());
    }
}
