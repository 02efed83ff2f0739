package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.enterprise.Member.Person;
import io.koobridge.simulator.enterprise.Member.Standing;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.signing.ClientSecretCipher;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the five interfaces tell, in the words of an edition (tenant-sync §5). */
record Words(Profile profile) {
    static final int DELETE = 0;
    static final int ADD = 1;
    static final int MODIFY = 2;
    private static final int CANCEL = 3;
    private static final DateTimeFormatter ENTRY_V2 = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter ENTRY_V1 = DateTimeFormatter.ofPattern("uuuu-MM-d");

    /** V1 has no flag for a cancelled authorization (tenant-sync §10.13). */
    int cancel() {
        return profile.edition() == Edition.V1 ? DELETE : CANCEL;
    }

    Message tenant(int flag) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tenantCode", profile.tenantCode());
        members.put("name", profile.name());
        members.put("domainName", profile.domainName());
        return new Message(Interface.TENANT, 1, flag, members);
    }

    Message application(int flag, ClientSecretCipher cipher) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("appId", profile.appId());
        members.put("clientId", profile.clientId());
        members.put("clientSecret", cipher.encrypted(profile.variant(), profile.clientSecret()));
        return new Message(Interface.APPLICATION, 1, flag, members);
    }

    Message departments(List<Department> all) {
        boolean v1 = profile.edition() == Edition.V1;
        List<Map<String, Object>> items = all.stream()
                .map(each -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("orgCode", each.orgCode());
                    item.put(v1 ? "name" : "orgName", each.orgName());
                    item.put("parentCode", each.parentCode());
                    return item;
                })
                .toList();
        return new Message(
                Interface.DEPARTMENTS,
                all.size(),
                null,
                v1 ? Map.of("orgInfo", Json.text(items)) : Map.of("orgInfoList", items));
    }

    Message department(int flag, Department department) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("orgCode", department.orgCode());
        members.put("orgName", department.orgName());
        members.put("parentCode", department.parentCode());
        return new Message(Interface.DEPARTMENT, 1, flag, members);
    }

    Message users(int flag, List<Member> users) {
        boolean v1 = profile.edition() == Edition.V1;
        List<Map<String, Object>> list =
                users.stream().map(v1 ? Words::userOfV1 : Words::userOfV2).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("appId", profile.appId());
        members.put("userList", v1 ? Json.text(list) : list);
        return new Message(Interface.AUTHORIZATION, users.size(), flag, members);
    }

    private static Map<String, Object> userOfV2(Member member) {
        Map<String, Object> user = user(member);
        Person person = member.person();
        user.put("employeeType", person.employeeType());
        user.put("workPlace", person.workPlace());
        user.put("entryDate", ENTRY_V2.format(person.entryDate()));
        return user;
    }

    /** V1's example has these in {@code extension}, the day without a zero before it. */
    private static Map<String, Object> userOfV1(Member member) {
        Map<String, Object> user = user(member);
        Person person = member.person();
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("entryDate", ENTRY_V1.format(person.entryDate()));
        extension.put("employeeType", String.valueOf(person.employeeType()));
        extension.put("workPlace", person.workPlace());
        user.put("extension", extension);
        return user;
    }

    private static Map<String, Object> user(Member member) {
        Person person = member.person();
        Standing standing = member.standing();
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("userName", person.userName());
        user.put("name", person.name());
        user.put("position", standing.position());
        user.put("orgCode", standing.orgCode());
        user.put("role", standing.role().written());
        user.put("enable", String.valueOf(standing.enabled()));
        user.put("employeeCode", person.employeeCode());
        user.put("mobile", person.mobile());
        user.put("email", person.email());
        return user;
    }
}
