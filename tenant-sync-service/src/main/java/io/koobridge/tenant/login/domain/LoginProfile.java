package io.koobridge.tenant.login.domain;

import org.jspecify.annotations.Nullable;

/** What differs between authentication centres: paths, and how fields and headers are called (tenant-sync §7.8). */
public enum LoginProfile {
    ONEACCESS,
    /** The documents name neither where its users agree nor where they log out. */
    ORGID;

    private static final Paths OF_ONEACCESS = new Paths(
            "/api/v1/oauth2/token",
            "/api/v1/oauth2/userinfo",
            "/api/v1/oauth2/authorize",
            "/api/v1/logout",
            "/api/v1/cas/p3/serviceValidate");

    private static final Paths OF_ORGID =
            new Paths("/orgid/openapi/v1/oauth2/token", "/orgid/openapi/v1/oauth2/userinfo", null, null, null);

    /** Below the domain. Absent: there is none. */
    public record Paths(
            String token,
            String userInfo,
            @Nullable String authorize,
            @Nullable String logout,
            @Nullable String casValidation) {}

    /** Names of what is said about a user. */
    public record Fields(String userName, String name, String tenant, String tenantName, String role, String orgCode) {}

    public Paths paths() {
        return switch (this) {
            case ONEACCESS -> OF_ONEACCESS;
            case ORGID -> OF_ORGID;
        };
    }

    public Fields fields() {
        return switch (this) {
            case ONEACCESS -> new Fields("userName", "name", "tenant", "projectName", "role", "organizationCode");
            case ORGID -> new Fields("user_name", "name", "tenant", "tenant_name", "role", "organization_code");
        };
    }

    /** Takes {@code Bearer} and the access token. */
    public String tokenHeader() {
        return switch (this) {
            case ONEACCESS -> "Authorization";
            case ORGID -> "X-OrgID-Authorization";
        };
    }

    /** The one that serves all enterprises; absent: each has its own, at its domain. */
    public @Nullable String server() {
        return switch (this) {
            case ONEACCESS -> null;
            case ORGID -> "https://orgid.huaweiapaas.cn";
        };
    }

    /** Whether a refresh token has to be asked for. */
    public boolean asksForOfflineAccess() {
        return this == ORGID;
    }
}
