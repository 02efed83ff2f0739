package io.koobridge.tenant.login.domain;

import org.jspecify.annotations.Nullable;

/** What differs between authentication centres: paths, and how fields and headers are called (tenant-sync §7.8). */
public enum LoginProfile {
    ONEACCESS(
            new Paths(
                    "/api/v1/oauth2/token",
                    "/api/v1/oauth2/userinfo",
                    "/api/v1/oauth2/authorize",
                    "/api/v1/logout",
                    "/api/v1/cas/p3/serviceValidate"),
            new Fields("userName", "name", "tenant", "projectName", "role", "organizationCode"),
            "Authorization",
            null),
    /** The documents name neither where its users agree nor where they log out. */
    ORGID(
            new Paths("/orgid/openapi/v1/oauth2/token", "/orgid/openapi/v1/oauth2/userinfo", null, null, null),
            new Fields("user_name", "name", "tenant", "tenant_name", "role", "organization_code"),
            "X-OrgID-Authorization",
            "https://orgid.huaweiapaas.cn");

    private final Paths paths;
    private final Fields fields;
    private final String tokenHeader;
    private final @Nullable String server;

    /** Below the domain. Absent: there is none. */
    public record Paths(
            String token,
            String userInfo,
            @Nullable String authorize,
            @Nullable String logout,
            @Nullable String casValidation) {}

    /** Names of what is said about a user. */
    public record Fields(String userName, String name, String tenant, String tenantName, String role, String orgCode) {}

    LoginProfile(Paths paths, Fields fields, String tokenHeader, @Nullable String server) {
        this.paths = paths;
        this.fields = fields;
        this.tokenHeader = tokenHeader;
        this.server = server;
    }

    public Paths paths() {
        return paths;
    }

    public Fields fields() {
        return fields;
    }

    /** Takes {@code Bearer} and the access token. */
    public String tokenHeader() {
        return tokenHeader;
    }

    /** The one that serves all enterprises; absent: each has its own, at its domain. */
    public @Nullable String server() {
        return server;
    }

    /** Whether a refresh token has to be asked for. */
    public boolean asksForOfflineAccess() {
        return this == ORGID;
    }
}
