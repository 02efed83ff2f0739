package io.koobridge.tenant.login.outside;

import io.koobridge.tenant.login.domain.UserInfo;
import io.koobridge.tenant.login.outside.OneAccess.Raw;
import java.util.List;
import org.apereo.cas.client.validation.Assertion;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.cas.ServiceProperties;
import org.springframework.security.cas.authentication.CasAuthenticationProvider;
import org.springframework.security.cas.authentication.CasAuthenticationToken;
import org.springframework.security.cas.authentication.CasServiceTicketAuthenticationToken;
import org.springframework.security.core.userdetails.User;

/**
 * Tickets of CAS 3.0 (tenant-sync §7.7) by Spring Security, whose provider decides. Its validator would call addresses by itself, without regard for
 * where they lead; so the answer is fetched before, and the validator is given that.
 */
final class CasTickets {

    private static final String KEY = "koobridge";
    private static final int LONGEST_TEXT = 256;

    private CasTickets() {}

    static Reply<UserInfo> read(String service, String ticket, Raw raw) {
        if (raw.status() >= 500 || (raw.status() >= 300 && raw.status() < 400)) {
            return new Reply.Away<>("HTTP " + raw.status());
        }
        var answer = CasAnswer.of(raw.text());
        return switch (answer) {
            case CasAnswer.Unreadable(var why) -> new Reply.Unreadable<>(why);
            case CasAnswer.Failure(var ours) ->
                new Reply.Refused<>(ours ? Reply.What.CLIENT : Reply.What.GRANT, raw.status());
            case CasAnswer.Success success -> authenticated(service, ticket, success);
        };
    }

    private static Reply<UserInfo> authenticated(String service, String ticket, CasAnswer.Success answer) {
        try {
            var authenticated =
                    provider(service, answer).authenticate(CasServiceTicketAuthenticationToken.stateful(ticket));
            return authenticated instanceof CasAuthenticationToken token
                    ? new Reply.Told<>(userInfo(token.getAssertion()))
                    : new Reply.Unreadable<>("no user in it");
        } catch (BadCredentialsException e) {
            return new Reply.Refused<>(Reply.What.GRANT, 200);
        } catch (RuntimeException e) {
            return new Reply.Unreadable<>(
                    "no answer of CAS 3.0: " + e.getClass().getSimpleName());
        }
    }

    private static CasAuthenticationProvider provider(String service, CasAnswer.Success answer) {
        var properties = new ServiceProperties();
        properties.setService(service);
        var provider = new CasAuthenticationProvider();
        provider.setServiceProperties(properties);
        provider.setTicketValidator((_, _) -> answer.assertion());
        // Who may do what is decided elsewhere; here it only matters who he is.
        provider.setAuthenticationUserDetailsService(
                token -> new User(token.getAssertion().getPrincipal().getName(), "", List.of()));
        provider.setKey(KEY);
        provider.afterPropertiesSet();
        return provider;
    }

    private static UserInfo userInfo(Assertion assertion) {
        var principal = assertion.getPrincipal();
        var attributes = principal.getAttributes();
        var userName = text(attributes.get("userName"));
        return new UserInfo(
                userName == null ? principal.getName() : userName,
                text(attributes.get("name")),
                text(attributes.get("tenant")),
                null,
                text(attributes.get("role")),
                text(attributes.get("organizationCode")));
    }

    /** Of several the first. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text when !text.isBlank() && text.length() <= LONGEST_TEXT -> text.strip();
            case List<?> several when !several.isEmpty() -> text(several.getFirst());
            case null, default -> null;
        };
    }
}
