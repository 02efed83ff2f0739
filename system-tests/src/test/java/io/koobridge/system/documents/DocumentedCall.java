package io.koobridge.system.documents;

import java.util.List;

/**
 * A call of {@code ./koobridge} as a document shows it.
 *
 * @param words after {@code ./koobridge}, without quotes and comments; none for a call of the script alone
 */
record DocumentedCall(List<String> words) {

    DocumentedCall {
        words = List.copyOf(words);
    }

    String command() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** {@code --limit}, without what follows it. */
    List<String> options() {
        return words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("=.*", ""))
                .toList();
    }
}
