package io.koobridge.system.documents.promises;

import java.util.Locale;
import java.util.Optional;

/**
 * A test that shows a promise: its tag says so.
 *
 * @param promise the promise's id
 * @param module where the test is
 * @param type its class, with a dollar sign where it is nested
 * @param method absent: every test of the class
 * @param trouble why the build does not run it, or not everywhere; absent when it does
 */
record Defence(String promise, String module, String type, Optional<String> method, Optional<Trouble> trouble) {

    String source() {
        return "%s/src/test/java/%s.java"
                .formatted(module, type.replace('.', '/').replaceFirst("\\$.*", ""));
    }

    /** {@code never lost}, with the class where the method alone says too little. */
    String markdown() {
        var name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        var words = method.map(test -> ": " + words(test)).orElse("");
        var where = trouble.isPresent() ? " (where its tools are installed)" : "";
        return "[%s](../%s)%s%s".formatted(name, source(), words, where);
    }

    private static String words(String method) {
        return method.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return type + method.map(test -> "." + test).orElse("");
    }
}
