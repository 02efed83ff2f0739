package io.koobridge.runtime.outside;

import org.jspecify.annotations.Nullable;

/** An answer that may itself be bad news, and says so to metrics and journal. Any other answer counts as {@code answered}. */
public interface Verdict {

    /** A metric's label: a word of a small set. */
    String outcome();

    /** For the journal, without anything that was sent; absent when there is nothing to add. */
    @Nullable String detail();
}
