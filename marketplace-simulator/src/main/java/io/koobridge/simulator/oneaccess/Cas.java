package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.oneaccess.Conduct.Userinfo;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Checks the tickets of CAS 3.0 (tenant-sync §7.7). The clock is real time. */
final class Cas {
    private final Grants grants;
    private final UserDesk users;
    private final Clock clock;

    Cas(Grants grants, UserDesk users, Clock clock) {
        this.grants = grants;
        this.users = users;
        this.clock = clock;
    }

    sealed interface Verdict {
        record Right(String user, Map<String, String> attributes) implements Verdict {}

        record Wrong(String code, String description) implements Verdict {}
    }

    Verdict verdict(Enterprise enterprise, String service, String ticket, Conduct conduct) {
        if (service.isEmpty() || ticket.isEmpty()) {
            return new Verdict.Wrong("INVALID_REQUEST", "service and ticket are required");
        }
        Optional<Grants.Ticket> known = grants.takeTicket(ticket);
        if (known.isPresent() && !known.get().service().equals(service)) {
            return new Verdict.Wrong("INVALID_SERVICE", "The ticket was issued for another service");
        }
        return known.filter(valid -> conduct.says() != Userinfo.UNAUTHORIZED)
                .flatMap(valid -> users.in(valid.subject()))
                .filter(there -> there.enterprise() == enterprise)
                .<Verdict>map(there -> right(there, conduct))
                .orElseGet(() -> new Verdict.Wrong("INVALID_TICKET", "Ticket " + ticket + " not recognized"));
    }

    private Verdict right(Present there, Conduct conduct) {
        Map<String, String> attributes = UserDesk.attributes(there, conduct.says());
        attributes.put(
                "authenticationDate",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        attributes.put("longTermAuthenticationRequestTokenUsed", "false");
        attributes.put("isFromNewLogin", "true");
        return new Verdict.Right(there.known().member().person().userName(), attributes);
    }

    static Map<String, Object> json(Verdict verdict) {
        Map<String, Object> said = new LinkedHashMap<>();
        switch (verdict) {
            case Verdict.Right right ->
                said.put("authenticationSuccess", Map.of("user", right.user(), "attributes", right.attributes()));
            case Verdict.Wrong wrong ->
                said.put("authenticationFailure", Map.of("code", wrong.code(), "description", wrong.description()));
        }
        return Map.of("serviceResponse", said);
    }

    static String xml(Verdict verdict) {
        return "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">"
                + switch (verdict) {
                    case Verdict.Right right ->
                        "<cas:authenticationSuccess>" + element("user", right.user()) + "<cas:attributes>"
                                + right.attributes().entrySet().stream()
                                        .map(each -> element(each.getKey(), each.getValue()))
                                        .collect(Collectors.joining())
                                + "</cas:attributes></cas:authenticationSuccess>";
                    case Verdict.Wrong wrong ->
                        "<cas:authenticationFailure code=\"" + wrong.code() + "\">"
                                + HtmlUtils.htmlEscape(wrong.description(), "UTF-8") + "</cas:authenticationFailure>";
                }
                + "</cas:serviceResponse>";
    }

    private static String element(String name, String text) {
        return "<cas:" + name + ">" + HtmlUtils.htmlEscape(text, "UTF-8") + "</cas:" + name + ">";
    }
}
