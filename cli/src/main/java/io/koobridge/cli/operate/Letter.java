package io.koobridge.cli.operate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which dead letter, and what its place among others follows from.
 *
 * @param place topic and partition
 * @param key whose order matters; absent when it is not known, or there is none
 * @param putAsideAt {@link Instant#EPOCH} when it is not known
 */
record Letter(
        String id, String place, long offset, @Nullable String key, Instant putAsideAt) {

    private static final Pattern FORM = Pattern.compile("(([a-zA-Z0-9._-]{1,249}):(\\d{1,9})):(\\d{1,18})");

    /** Topic, partition, offset: within a partition, which has all records of a key, as they were put aside. */
    static final Comparator<Letter> BY_PLACE =
            Comparator.comparing(Letter::topic).thenComparing(Letter::partition).thenComparing(Letter::offset);

    /** @throws IllegalArgumentException when it is no id of a dead letter */
    static Letter of(String id) {
        return of(id, null, Instant.EPOCH);
    }

    static Letter of(JsonNode row) {
        var key = row.path("key");
        return of(row.path("id").asString(""), key.isString() ? key.asString() : null, time(row));
    }

    private static Letter of(String id, @Nullable String key, Instant putAsideAt) {
        var form = FORM.matcher(id);
        if (!form.matches()) {
            throw new IllegalArgumentException(id + " is no id of a dead letter: <topic>:<partition>:<offset>");
        }
        return new Letter(id, form.group(1), Long.parseLong(form.group(4)), key, putAsideAt);
    }

    private static Instant time(JsonNode row) {
        try {
            return Instant.parse(row.path("putAsideAt").asString(""));
        } catch (DateTimeParseException notATime) {
            return Instant.EPOCH;
        }
    }

    /** So many, oldest first; never one whose forerunner in the same partition is left out, whatever their clocks said. */
    static List<Letter> oldest(List<Letter> letters, int most) {
        var latest = new HashMap<String, Instant>();
        var timed = new ArrayList<Letter>();
        letters.stream().sorted(BY_PLACE).forEach(letter -> {
            var at = latest.merge(letter.place(), letter.putAsideAt(), (a, b) -> a.isAfter(b) ? a : b);
            timed.add(new Letter(letter.id(), letter.place(), letter.offset(), letter.key(), at));
        });
        return timed.stream()
                .sorted(Comparator.comparing(Letter::putAsideAt).thenComparing(BY_PLACE))
                .limit(most)
                .sorted(BY_PLACE)
                .toList();
    }

    private String topic() {
        return place.substring(0, place.lastIndexOf(':'));
    }

    private int partition() {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }
}
