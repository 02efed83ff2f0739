package io.koobridge.tenant.login.domain;

import org.jspecify.annotations.Nullable;

/** What an authentication centre says of whoever logged in (tenant-sync §7.5). All but the name of the account may be missing. */
public record UserInfo(
        String userName,
        @Nullable String name,
        @Nullable String tenant,
        @Nullable String tenantName,
        @Nullable String role,
        @Nullable String orgCode) {}
