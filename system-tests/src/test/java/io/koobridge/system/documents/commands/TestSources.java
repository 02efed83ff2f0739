package io.koobridge.system.documents.commands;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sources of all tests and of their helpers, where a marker says that one runs a page's block. */
record TestSources(List<Path> files) {

    static TestSources all() throws IOException {
        try (var files = Files.walk(Repository.ROOT)) {
            return new TestSources(files.filter(file -> file.toString().matches(".*/src/test/java/.*\\.java"))
                    .toList());
        }
    }

    /** Why the test of this name cannot run what stands on this page. */
    Optional<String> faultOf(String test, String document) {
        var found = files.stream()
                .filter(file -> test.endsWith("Test") && file.endsWith(test + ".java"))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of("there is no " + test);
        }
        return reads(found.get(), document)
                ? Optional.empty()
                : Optional.of("%s does not read %s".formatted(test, document));
    }

    /** By itself, or by a helper of its package that it names. */
    private boolean reads(Path test, String document) {
        var source = Repository.read(test);
        var code = withoutComments(source);
        return reads(source, document)
                || files.stream()
                        .filter(file -> test.resolveSibling(file.getFileName()).equals(file) && !file.equals(test))
                        .filter(file -> Pattern.compile("\\b" + className(file) + "\\b")
                                .matcher(code)
                                .find())
                        .anyMatch(file -> reads(Repository.read(file), document));
    }

    /** Whether a source names the page in a text of its own, not in a comment. */
    static boolean reads(String source, String document) {
        return Pattern.compile("\"([^\"\\n]*/)?" + Pattern.quote(document) + "\"")
                .matcher(withoutComments(source))
                .find();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }
}
