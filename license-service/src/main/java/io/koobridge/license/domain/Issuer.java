package io.koobridge.license.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who makes licences. Blocking; a call takes at most 20 s. */
public interface Issuer {

    /** The issuers there are. */
    enum Kind {
        SIGNED,
        HTTP;

        /** What is checked without a network cannot be taken back over one: it ends with its term. */
        public boolean takesBack() {
            return this == HTTP;
        }
    }

    /** Which one this is; absent: nobody, who never made any. */
    @Nullable Kind kind();

    /** Asked as often as it takes; the same order gives the same licence. */
    Answer issue(LicenseOrder order);

    /** The instance was released. Whoever cannot take a licence back answers {@link Revocation.Done} all the same. */
    Revocation revoke(LicenseOrder order);

    /** What came of asking for a licence. */
    sealed interface Answer {

        /** Here it is. */
        record Issued(LicenseFile file) implements Answer {}

        /** It is being made; not to be asked again before this long. */
        record Working(Duration after) implements Answer {}

        /** There will be none: nobody asks again until a person does. */
        record Refused(String why) implements Answer {}

        /** It did not work, or nobody knows whether it did. */
        record Failed(String why) implements Answer {}
    }

    /** What came of taking one back. */
    sealed interface Revocation {

        record Done() implements Revocation {}

        record Failed(String why) implements Revocation {}
    }
}
