package io.koobridge.stack;

import io.koobridge.stack.process.StackFailure;
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
}
