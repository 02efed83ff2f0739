package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Profile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token address of one enterprise (tenant-sync §7.3, §7.4). */
final class TokenDesk {
    private final Grants grants;

    TokenDesk(Grants grants) {
        this.grants = grants;
    }

    /** @param registered where the application said that a login ends */
    Answer answer(Enterprise enterprise, Map<String, String> form, String registered, Conduct conduct) {
        if (conduct.tokenStatus() != null) {
            return Answer.error(conduct.tokenStatus(), "server_error", "it is told to fail");
        }
        Profile profile = enterprise.profile();
        if (!same(profile.clientId(), form.get("client_id"))
                || !same(profile.clientSecret(), form.get("client_secret"))) {
            return Answer.error(403, "invalid_client", "Bad client credentials");
        }
        String redirect = form.get("redirect_uri");
        if (redirect != null && !redirect.equals(registered)) {
            return Answer.error(400, "invalid_grant", "Redirect URI mismatch");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" ->
                exchanged(
                        profile, grants.takeCode(form.getOrDefault("code", "")), "Invalid authorization code", conduct);
            case "refresh_token" ->
                exchanged(
                        profile,
                        grants.takeRefreshToken(form.getOrDefault("refresh_token", "")),
                        "Invalid refresh token",
                        conduct);
            default -> Answer.error(400, "unsupported_grant_type", "Unsupported grant type");
        };
    }

    private Answer exchanged(Profile profile, Optional<Grants.Code> code, String refusal, Conduct conduct) {
        if (code.isEmpty()) {
            return Answer.error(400, "invalid_grant", refusal);
        }
        if (!code.get().clientId().equals(profile.clientId())) {
            return Answer.error(403, "invalid_client", "Client ID mismatch");
        }
        Subject subject = code.get().subject();
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("access_token", grants.accessToken(subject, conduct.life()));
        token.put("token_type", "Bearer");
        token.put("expires_in", conduct.life());
        token.put("scope", "get_user_info");
        if (conduct.refreshes()) {
            token.put("refresh_token", grants.refreshToken(subject, profile.clientId()));
        }
        return Answer.ok(token);
    }

    private static boolean same(String expected, @Nullable String said) {
        return said != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }
}
