package io.koobridge.events.tenant;

/**
 * Which part of one call's list this is. A call is stored in parts, because a record of the broker is bounded and a list of the marketplace is not (design §6).
 *
 * @param syncId the same for all parts of one call, and for none of another
 * @param number from 1
 * @param of how many there are; an empty list has one
 * @param rows of the whole call
 */
public record Part(String syncId, int number, int of, int rows) {

    public Part {
        if (number < 1 || number > of || rows < 0) {
            throw new IllegalArgumentException("there is no part %d of %d with %d rows".formatted(number, of, rows));
        }
    }

    /** Of a list that needs no second one. */
    public static Part whole(String syncId, int rows) {
        return new Part(syncId, 1, 1, rows);
    }
}
