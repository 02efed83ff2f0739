package io.koobridge.system.documents.configuration;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of settings and of environment variables that code and script read, found in their text. */
final class NamesInSources {

    /** By value, by look-up, by condition or as a place-holder of a configuration file. */
    private static final Pattern READ = Pattern.compile(
            "(?:\\$\\{|(?:[pP]roperty|bind|OnBoolean\\w*|OnProperty)\\(\\s*(?:(?:value|name|prefix)\\s*=\\s*)?\\{?\\s*\")"
                    + "(?<name>koobridge\\.[a-z0-9.-]*[a-z0-9])");

    private static final Pattern VARIABLE = Pattern.compile("KOOBRIDGE_[A-Z0-9_]*[A-Z0-9]");

    private NamesInSources() {}

    /** In a program or a configuration file. A system property of a launcher or a test is no setting of a service. */
    static Set<String> settings(String text) {
        return found(READ, text.replaceAll("System\\.getProperty\\(|Boolean\\.getBoolean\\(", "")).stream()
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().collect(TreeSet::new, (all, one) -> all.add(one.group()), Set::addAll);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group("name"));
        }
        return names;
    }

    /** Java sources and configuration files of a module's {@code src/main}. */
    static Stream<String> mainTexts(String module) {
        var main = Repository.ROOT.resolve(module).resolve("src/main");
        if (!Files.isDirectory(main)) {
            return Stream.of();
        }
        try (var files = Files.walk(main)) {
            return files.filter(NamesInSources::isText).map(Repository::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|yaml|yml|properties)");
    }
}
