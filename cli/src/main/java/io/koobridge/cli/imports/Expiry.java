package io.koobridge.cli.imports;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Ends in the marketplace's 14 digits, which V1 writes in the site's own time: whoever has the file says which it is. */
record Expiry(@Nullable ZoneId zone) {

    private static final String COLUMN = "expireTime";

    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** The same row with a time that has its offset. */
    Line in(Line line) {
        if (!(line instanceof Line.Row(var number, var members))
                || !(members.get(COLUMN) instanceof String text)
                || hasOffset(text)) {
            return line;
        }
        if (zone == null) {
            return new Line.Bad(number, "expireTime has no offset: say --zone, or write it as 2027-03-01T15:59:59Z");
        }
        try {
            var local = text.matches("\\d{14}") ? LocalDateTime.parse(text, DIGITS) : LocalDateTime.parse(text);
            var changed = new LinkedHashMap<>(members);
            changed.put(COLUMN, local.atZone(zone).toInstant().toString());
            return new Line.Row(number, changed);
        } catch (DateTimeException noTime) {
            return new Line.Bad(number, "expireTime is no time such as 20270301155959 or 2027-03-01T15:59:59Z");
        }
    }

    private static boolean hasOffset(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException noOffset) {
            return false;
        }
    }
}
