package io.koobridge.provisioning.domain;

import io.koobridge.events.SealedText;
import org.jspecify.annotations.Nullable;

/** How the buyer gets in, as the ledger keeps it: the initial password is sealed. */
public record Access(
        String frontEndUrl,
        @Nullable String adminUrl,
        @Nullable String userName,
        @Nullable SealedText password,
        @Nullable String memo) {}
