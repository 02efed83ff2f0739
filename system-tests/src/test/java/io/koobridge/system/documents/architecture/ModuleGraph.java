package io.koobridge.system.documents.architecture;

import io.koobridge.system.Repository;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module knows which, as the poms have it; what only tests need is left out. */
final class ModuleGraph {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern OURS =
            Pattern.compile("(?s).*<groupId>io\\.koobridge</groupId>\\s*<artifactId>([^<]+)</artifactId>.*");

    private ModuleGraph() {}

    static String mermaid() {
        return Stream.concat(
                        Repository.modules().stream().map(module -> "    " + name(module)),
                        Repository.modules().stream().flatMap(ModuleGraph::arrows))
                .collect(Collectors.joining("\n", "```mermaid\nflowchart TD\n", "\n```\n"));
    }

    private static Stream<String> arrows(String module) {
        return of(module).stream().map(known -> "    %s --> %s".formatted(name(module), known));
    }

    /** The modules that this one knows. */
    static List<String> of(String module) {
        return knownBy(Repository.read(Repository.ROOT.resolve(module).resolve("pom.xml")));
    }

    static List<String> knownBy(String pom) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(OURS::matcher)
                .filter(dependency -> dependency.matches())
                .map(dependency -> dependency.group(1))
                .sorted()
                .toList();
    }

    private static String name(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }
}
