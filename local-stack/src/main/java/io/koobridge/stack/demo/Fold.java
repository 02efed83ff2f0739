package io.koobridge.stack.demo;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that follow one another and differ in nothing that a table shows: one row. Each is judged by itself, so that none
 * hides behind the others.
 *
 * @param calls oldest first, at least one
 */
record Fold(List<Call> calls) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    Fold {
        calls = List.copyOf(calls);
    }

    static List<Fold> of(List<Call> calls) {
        var folds = new ArrayList<Fold>();
        for (Call call : calls) {
            if (!folds.isEmpty() && folds.getLast().newest().looksLike(call)) {
                folds.add(folds.removeLast().with(call));
            } else {
                folds.add(new Fold(List.of(call)));
            }
        }
        return folds;
    }

    private Fold with(Call call) {
        var more = new ArrayList<>(calls);
        more.add(call);
        return new Fold(more);
    }

    private Call newest() {
        return calls.getLast();
    }

    /** All complaints of all calls, and the time of the slowest. */
    Row row(Judge judge, Agreed agreed) {
        var complaints = new ArrayList<String>();
        calls.forEach(call -> complaints.addAll(judge.complaints(call)));
        complaints.addAll(agreed.complaints());
        Call shown = newest();
        return new Row(
                List.of(
                        TIME.format(shown.at()),
                        (shown.toSeller() ? "> " : "< ")
                                + shown.what()
                                + (calls.size() > 1 ? " (x%d)".formatted(calls.size()) : ""),
                        shown.answer(),
                        Long.toString(
                                calls.stream().mapToLong(Call::millis).max().orElseThrow()),
                        shown.bodySign(),
                        agreed.text().orElseGet(shown::verdict)),
                complaints.stream().distinct().toList());
    }
}
