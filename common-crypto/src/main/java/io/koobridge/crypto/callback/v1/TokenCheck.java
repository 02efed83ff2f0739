package io.koobridge.crypto.callback.v1;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.key.AccessKey;
import java.util.Map;

/** Whether a V1 call was made by somebody who holds one of our keys. */
public sealed interface TokenCheck {

    /**
     * It was.
     *
     * @param key the key that verified: the answer is signed with it, and its use is counted
     * @param token the {@code authToken} without transport damage: 44 characters of Base64, equal for equal calls
     * @param parameters exactly what was signed, decoded, in the order it came and without {@code authToken}. Members that the caller left
     *     out of the string because they are blank are left out here too: nobody vouches for them
     */
    record Verified(AccessKey key, String token, Map<String, String> parameters) implements TokenCheck {

        /** Neither the token nor personal data. */
        @Override
        public String toString() {
            return "Verified[key=" + key.id() + ", parameters=" + parameters.keySet() + "]";
        }
    }

    /** It was not, or at least cannot be shown to be. */
    record Rejected(Rejection rejection) implements TokenCheck {}
}
