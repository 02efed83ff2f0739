package io.koobridge.cli.imports;

import io.koobridge.cli.installation.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of each line: counted, and told to whoever listens. */
final class Tally {

    static final String REFUSED = "refused";
    private static final List<String> RESULTS = List.of("created", "unchanged", "updated", REFUSED);

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Consumer<Outcome> listener;

    /** @param why absent is empty */
    record Outcome(long line, String instanceId, String result, String why) {

        boolean refused() {
            return result.equals(REFUSED);
        }

        @Override
        public String toString() {
            return printable("line %d: %s%s%s"
                    .formatted(
                            line,
                            result,
                            instanceId.isEmpty() ? "" : " " + instanceId,
                            why.isEmpty() ? "" : ": " + why));
        }

        /** What strangers wrote does not reach the terminal as a command. */
        private static String printable(String text) {
            return text.codePoints()
                    .map(c -> Character.isISOControl(c) ? ' ' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    Tally(Consumer<Outcome> listener) {
        this.listener = listener;
        RESULTS.forEach(result -> counts.put(result, 0L));
    }

    void add(Outcome outcome) {
        counts.merge(outcome.result(), 1L, Long::sum);
        listener.accept(outcome);
    }

    int exitCode() {
        return counts.getOrDefault(REFUSED, 0L) == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    String sentence(boolean dryRun) {
        var parts = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
        return (dryRun ? "Nothing was written. It would be: " : "") + String.join(", ", parts) + "\n";
    }

    ObjectNode json(boolean dryRun) {
        var json = JsonMapper.shared().createObjectNode().put("dryRun", dryRun);
        counts.forEach(json::put);
        return json;
    }
}
