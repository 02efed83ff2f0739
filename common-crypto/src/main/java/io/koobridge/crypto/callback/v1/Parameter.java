package io.koobridge.crypto.callback.v1;

/**
 * One decoded parameter of a query, or one top-level member of a body as text.
 *
 * @param name well-formed Unicode; empty in a query such as {@code =1}
 * @param value well-formed Unicode
 */
public record Parameter(String name, String value) {

    /** In one call; no activity has thirty, and whoever has no key shall not cost more than that. */
    public static final int MOST = 128;
}
