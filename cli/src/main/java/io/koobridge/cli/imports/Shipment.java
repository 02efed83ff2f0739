package io.koobridge.cli.imports;

import io.koobridge.cli.installation.InternalApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends rows, many at once, and tells what became of each in the order of the file. */
final class Shipment {

    /** What the service takes at once. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;
    private static final int LONGEST_ROW = 64 * 1024;

    private final InternalApi api;
    private final boolean dryRun;
    private final Tally tally;
    private final Seen seen = new Seen();
    private final List<Line> waiting = new ArrayList<>();
    private int characters;

    Shipment(InternalApi api, boolean dryRun, Tally tally) {
        this.api = api;
        this.dryRun = dryRun;
        this.tally = tally;
    }

    void add(Line line) {
        var checked = line instanceof Line.Row row ? checked(row) : line;
        waiting.add(checked);
        if (waiting.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
            send();
        }
    }

    private Line checked(Line.Row row) {
        var length = JsonMapper.shared().writeValueAsString(row.members()).length();
        if (length > LONGEST_ROW) {
            return new Line.Bad(row.number(), "the row has more than %d characters".formatted(LONGEST_ROW));
        }
        var before = seen.before(row);
        if (before != null) {
            return new Line.Bad(row.number(), "instanceId stands on line %d already".formatted(before));
        }
        characters += length;
        return row;
    }

    /** @throws io.koobridge.cli.installation.ServiceException when nobody knows what became of those that wait */
    void send() {
        var rows = waiting.stream()
                .flatMap(line -> line instanceof Line.Row row ? Stream.of(row.members()) : null)
                .toList();
        var results = rows.isEmpty()
                ? List.<JsonNode>of()
                : api.post("/internal/instances:import", body(rows))
                        .path("results")
                        .valueStream()
                        .toList();
        if (results.size() != rows.size()) {
            throw new IllegalStateException("%d rows were sent and %d answered".formatted(rows.size(), results.size()));
        }
        var answers = results.iterator();
        for (var line : waiting) {
            tally.add(
                    switch (line) {
                        case Line.Bad(var number, var why) -> new Tally.Outcome(number, "", Tally.REFUSED, why);
                        case Line.Row row -> outcome(row, answers.next());
                    });
        }
        waiting.clear();
        characters = 0;
    }

    /** The first line whose fate is unknown after a failure; 0 when there is none. */
    long firstUnknown() {
        return waiting.isEmpty() ? 0 : waiting.getFirst().number();
    }

    private Map<String, Object> body(List<Map<String, Object>> rows) {
        var body = new LinkedHashMap<String, Object>();
        body.put("dryRun", dryRun);
        body.put("rows", rows);
        return body;
    }

    private Tally.Outcome outcome(Line.Row row, JsonNode answer) {
        var id = answer.path("instanceId").asString("");
        var result = answer.path("result").asString("");
        var earlier = dryRun ? seen.claimedBefore(row.number(), answer.path("orders")) : null;
        return earlier == null
                ? new Tally.Outcome(row.number(), id, result, answer.path("why").asString(""))
                : new Tally.Outcome(
                        row.number(), id, Tally.REFUSED, "an order of it is claimed by line %d".formatted(earlier));
    }
}
