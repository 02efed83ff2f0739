package io.koobridge.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise: log lines of all services have one vocabulary, and docs/logs.md is it. */
class LogKeysTest {

    private static final Pattern USED = Pattern.compile("addKeyValue\\(\\s*([^,]+),");

    /** What a call or a fact is about is called by what it is. */
    private static final Pattern SUBJECT = Pattern.compile("\\bsubjectKey\\(");

    private static final List<String> SUBJECTS =
            List.of("\"instanceId\"", "\"orderId\"", "\"licenseId\"", "\"licenseCode\"", "\"tenantId\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-zA-Z]+`(?:, )?)+) \\|");
    private static final Pattern KEY = Pattern.compile("`([a-zA-Z]+)`");

    @Test
    void everyKeyThatIsUsedIsInTheVocabularyAndEveryKeyThereIsUsed() {
        var used = OperatedSources.of("src/main")
                .flatMap(source -> USED.matcher(source).results().map(found -> found.group(1)))
                .flatMap(key -> SUBJECT.matcher(key).find() ? SUBJECTS.stream() : Stream.of(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).allSatisfy(key -> assertThat(key).as("a literal").matches("\"[a-zA-Z]+\""));
        assertThat(used.stream().map(key -> key.replace("\"", ""))).containsExactlyInAnyOrderElementsOf(vocabulary());
    }

    @Test
    void theFixedKeysAreUsed() {
        assertThat(vocabulary()).contains("orderId", "instanceId", "activity", "factId", "attempt");
    }

    private static Set<String> vocabulary() {
        return ROW.matcher(Repository.read(Repository.ROOT.resolve("docs/logs.md")))
                .results()
                .flatMap(row -> KEY.matcher(row.group(1)).results().map(key -> key.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
