package io.koobridge.events.instance;

import org.jspecify.annotations.Nullable;

/**
 * How the buyer gets in (saas-v2 §4.2). The password is in clear here: this record crosses the internal port only and
 * never stands in Kafka or in a store.
 *
 * @param frontEndUrl at most 512 characters
 * @param adminUrl at most 512 characters
 * @param userName at most 128 characters
 * @param password initial password, at most 128 characters
 * @param memo at most 1,024 characters
 */
public record AppInfo(
        String frontEndUrl,
        @Nullable String adminUrl,
        @Nullable String userName,
        @Nullable String password,
        @Nullable String memo) {

    @Override
    public String toString() {
        return "AppInfo(%s)".formatted(frontEndUrl);
    }
}
