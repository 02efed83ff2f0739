package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.enterprise.Member;
import io.koobridge.simulator.oneaccess.Conduct.Userinfo;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says who has logged in (tenant-sync §7.5, §7.7). */
final class UserDesk {
    static final String FOREIGN_TENANT = "t-of-somebody-else";
    private static final String BEARER = "Bearer ";

    private final Enterprises enterprises;
    private final Grants grants;

    UserDesk(Enterprises enterprises, Grants grants) {
        this.enterprises = enterprises;
        this.grants = grants;
    }

    Answer answer(Enterprise enterprise, String authorization, Conduct conduct) {
        Optional<Present> present = authorization.startsWith(BEARER) && conduct.says() != Userinfo.UNAUTHORIZED
                ? grants.ofAccessToken(authorization.substring(BEARER.length())).flatMap(this::in)
                : Optional.empty();
        return present.filter(there -> there.enterprise() == enterprise)
                .map(there ->
                        Answer.ok(conduct.says() == Userinfo.PRINTED ? printed(there) : full(there, conduct.says())))
                .orElseGet(() ->
                        Answer.error(401, "unauthorized", "Full authentication is required to access this resource"));
    }

    Optional<Present> in(Subject subject) {
        return subject.present(enterprises);
    }

    private static Map<String, Object> printed(Present there) {
        Member.Person person = there.known().member().person();
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", id(there));
        user.put("name", person.name());
        user.put("userName", person.userName());
        user.put("mobile", person.mobile());
        user.put("email", person.email());
        return user;
    }

    private static Map<String, Object> full(Present there, Userinfo form) {
        Map<String, Object> user = printed(there);
        Member.Standing standing = there.known().member().standing();
        user.put("role", standing.role().written());
        user.put(
                "organizationName",
                there.enterprise().departmentName(standing.orgCode()).orElse(""));
        user.put("organizationCode", standing.orgCode());
        user.put("userId", id(there));
        user.put("projectName", there.enterprise().profile().name());
        user.put("tenant", tenant(there, form));
        return user;
    }

    /** The attributes of CAS. */
    static Map<String, String> attributes(Present there, Userinfo form) {
        Member member = there.known().member();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", member.person().name());
        attributes.put("userName", member.person().userName());
        attributes.put("tenant", tenant(there, form));
        attributes.put("role", member.standing().role().written());
        attributes.put("organizationCode", member.standing().orgCode());
        return attributes;
    }

    private static String tenant(Present there, Userinfo form) {
        return form == Userinfo.FOREIGN_TENANT
                ? FOREIGN_TENANT
                : there.enterprise().profile().tenantId();
    }

    private static String id(Present there) {
        return "20260101080000-" + "%06X".formatted(there.known().member().number());
    }
}
