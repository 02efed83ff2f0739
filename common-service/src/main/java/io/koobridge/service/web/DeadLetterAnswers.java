package io.koobridge.service.web;

import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.service.deadletter.DeadLetterDesk;
import io.koobridge.service.deadletter.DeadLetterId;
import io.koobridge.service.facts.Rehearsal;
import io.koobridge.service.facts.Rehearsal.Glance;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link DeadLetterRoutes} answers. */
final class DeadLetterAnswers {

    private static final int LONGEST_HEADER = 2_048;

    private DeadLetterAnswers() {}

    /** A letter of a list. */
    record Row(
            String id,
            @Nullable String key,
            String reason,
            String detail,
            String origin,
            Instant putAsideAt,
            int size,
            String state) {

        static Row of(DeadLetterDesk.Marked marked) {
            var letter = marked.letter();
            return new Row(
                    letter.id().toString(),
                    letter.key(),
                    letter.reason(),
                    letter.detail(),
                    letter.origin(),
                    letter.writtenAt(),
                    letter.size(),
                    marked.state().label());
        }
    }

    /** @param next where to go on; absent at the end */
    record List(java.util.List<Row> deadLetters, @Nullable String next) {

        static List of(DeadLetterDesk.Listing listing) {
            return new List(
                    listing.letters().stream().map(Row::of).toList(),
                    Optional.ofNullable(listing.next())
                            .map(DeadLetterId::toString)
                            .orElse(null));
        }
    }

    /** @param value the beginning of it, absent for a tombstone */
    record Shown(
            Row deadLetter,
            Map<String, String> headers,
            @Nullable ShownValue value) {

        static Shown of(DeadLetterDesk.Opened opened) {
            var headers = new LinkedHashMap<String, String>();
            KafkaEvents.headers(opened.record().headers())
                    .forEach((name, value) -> headers.put(
                            name, value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER) + "…"));
            var value = opened.record().value();
            return new Shown(Row.of(opened.marked()), headers, value == null ? null : ShownValue.of(value));
        }
    }

    /**
     * What a replay would do.
     *
     * @param outcome of the decision; absent when the record would be put aside again, for this reason
     */
    record Previewed(
            @Nullable String putAsideAgain,
            @Nullable String fact,
            @Nullable String subject,
            @Nullable String outcome,
            @Nullable String detail,
            @Nullable Glance before,
            @Nullable Glance after) {

        static Previewed of(Rehearsal rehearsal) {
            return switch (rehearsal) {
                case Rehearsal.PutAside(var reason, var why) ->
                    new Previewed(reason, null, null, null, why, null, null);
                case Rehearsal.Decided decided ->
                    new Previewed(
                            null,
                            decided.fact(),
                            decided.subject(),
                            decided.outcome(),
                            decided.detail(),
                            decided.before(),
                            decided.after());
            };
        }
    }

    record Done(String id, String state) {}
}
