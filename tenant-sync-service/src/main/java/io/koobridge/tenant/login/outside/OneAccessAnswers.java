package io.koobridge.tenant.login.outside;

import io.koobridge.events.wire.Json;
import io.koobridge.tenant.login.domain.LoginProfile;
import io.koobridge.tenant.login.domain.UserInfo;
import io.koobridge.tenant.login.outside.OneAccess.Raw;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads answers of OAuth 2.0 (tenant-sync §7.3 to §7.5). Anything may have come. */
final class OneAccessAnswers {

    /** When it does not say. */
    private static final long USUAL_SECONDS = 7_200;

    private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();
    private static final int LONGEST_TOKEN = 4_096;
    private static final int LONGEST_TEXT = 256;

    private OneAccessAnswers() {}

    static Reply<Grant> grant(Raw raw) {
        var json = json(raw);
        if (raw.status() >= 500 || redirects(raw)) {
            return new Reply.Away<>("HTTP " + raw.status());
        }
        if (raw.status() != 200) {
            return new Reply.Refused<>(refused(raw.status(), json), raw.status());
        }
        var access = text(json, "access_token", LONGEST_TOKEN);
        if (access == null) {
            return new Reply.Unreadable<>("no access_token in it");
        }
        return new Reply.Told<>(new Grant(access, text(json, "refresh_token", LONGEST_TOKEN), lasting(json)));
    }

    /** {@code invalid_client} is said of a code for another client, too (tenant-sync §7.3): then the client is what is to be looked at. */
    private static Reply.What refused(int status, @Nullable JsonNode json) {
        var error = text(json, "error", LONGEST_TEXT);
        if (error == null) {
            return status == 400 ? Reply.What.GRANT : Reply.What.CLIENT;
        }
        return error.equals("invalid_grant") ? Reply.What.GRANT : Reply.What.CLIENT;
    }

    static Reply<UserInfo> userInfo(LoginProfile.Fields fields, Raw raw) {
        if (raw.status() >= 500 || redirects(raw)) {
            return new Reply.Away<>("HTTP " + raw.status());
        }
        var json = json(raw);
        if (raw.status() != 200 || text(json, "error", LONGEST_TEXT) != null) {
            return new Reply.Refused<>(Reply.What.TOKEN, raw.status());
        }
        var userName = text(json, fields.userName(), LONGEST_TEXT);
        if (userName == null) {
            return new Reply.Unreadable<>("no %s in it".formatted(fields.userName()));
        }
        return new Reply.Told<>(new UserInfo(
                userName,
                text(json, fields.name(), LONGEST_TEXT),
                text(json, fields.tenant(), LONGEST_TEXT),
                text(json, fields.tenantName(), LONGEST_TEXT),
                text(json, fields.role(), LONGEST_TEXT),
                text(json, fields.orgCode(), LONGEST_TEXT)));
    }

    private static boolean redirects(Raw raw) {
        return raw.status() >= 300 && raw.status() < 400;
    }

    private static Duration lasting(@Nullable JsonNode json) {
        var seconds = Optional.ofNullable(json)
                .map(answer -> answer.path("expires_in").asLong(USUAL_SECONDS))
                .filter(told -> told > 0)
                .orElse(USUAL_SECONDS);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
    }

    static @Nullable JsonNode json(Raw raw) {
        try {
            var json = Json.mapper().readTree(raw.text());
            return json != null && json.isObject() ? json : null;
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Null when it is missing, empty, no text, or longer than any is. */
    static @Nullable String text(@Nullable JsonNode json, String member, int longest) {
        var value = json == null ? null : json.path(member);
        if (value == null || !value.isString()) {
            return null;
        }
        var text = value.stringValue();
        return text.isBlank() || text.length() > longest ? null : text;
    }
}
