package io.koobridge.cli.explain;

/**
 * One line of the report.
 *
 * @param sentence never contains a secret
 */
public record Check(String name, Result result, String sentence) {

    /** How it went. */
    public enum Result {
        RIGHT,
        WRONG,
        NOT_REACHED
    }

    static Check right(String name, String sentence) {
        return new Check(name, Result.RIGHT, sentence);
    }

    static Check wrong(String name, String sentence) {
        return new Check(name, Result.WRONG, sentence);
    }

    static Check notReached(String name, String sentence) {
        return new Check(name, Result.NOT_REACHED, sentence);
    }
}
