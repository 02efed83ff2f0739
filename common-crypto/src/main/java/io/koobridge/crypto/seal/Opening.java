package io.koobridge.crypto.seal;

/** What came of opening a sealed value. */
public sealed interface Opening {

    /** The text that had been sealed. */
    record Opened(String text) implements Opening {

        /** Never shows the text. */
        @Override
        public String toString() {
            return "Opened[text=***]";
        }
    }

    /** The value stays closed. */
    record Closed(Reason reason) implements Opening {}

    /** Why; the names are metric labels. */
    enum Reason {
        /** The text does not begin as a sealed value of a known version does: perhaps it was never sealed. */
        NOT_SEALED,
        /** The text is sealed, but not spelled as any sealed value is: cut off or altered. */
        DAMAGED,
        /** It was sealed with a key that is not in this keyset. */
        UNKNOWN_KEY,
        /** The key is ours, but the value was sealed for another subject or field, or was altered. */
        CONTEXT_OR_BYTES_DIFFER
    }
}
