package io.koobridge.tenant.outside.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.license.CodeId;
import io.koobridge.events.wire.Json;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's service is sent (docs/directory.md): the whole of what is wanted of one entry.
 *
 * @param type {@code directory.department} or {@code directory.user}
 */
record DirectoryMessage(String type, Data data) {

    private static final int HASH_DIGITS = 32;

    /** One entry. Where it is kept is no part of it: who keeps it knows it by tenant and code. */
    sealed interface Data {

        boolean present();

        long generation();
    }

    record Department(
            String tenantId,
            String orgCode,
            String name,
            @Nullable String parentCode,
            boolean present,
            long generation) implements Data {}

    /** As {@link WantedUser}, with his contact and his work among the rest. */
    record User(
            String tenantId,
            String userName,
            String name,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String orgCode,
            @Nullable String position,
            @Nullable String employeeCode,
            @Nullable Integer employeeType,
            @Nullable String workPlace,
            @Nullable String entryDate,
            Map<String, String> extension,
            Map<String, String> roles,
            boolean active,
            boolean present,
            boolean test,
            long generation)
            implements Data {

        @Override
        public String toString() {
            return "User[tenantId=%s, generation=%d]".formatted(tenantId, generation);
        }
    }

    static DirectoryMessage of(WantedDepartment department) {
        return new DirectoryMessage(
                "directory.department",
                new Department(
                        department.tenantId(),
                        department.orgCode(),
                        department.name(),
                        department.parentCode(),
                        department.present(),
                        department.generation()));
    }

    static DirectoryMessage of(WantedUser user) {
        var work = user.work();
        return new DirectoryMessage(
                "directory.user",
                new User(
                        user.tenantId(),
                        user.userName(),
                        user.name(),
                        user.contact().mobile(),
                        user.contact().email(),
                        user.orgCode(),
                        work.position(),
                        work.employeeCode(),
                        work.employeeType(),
                        work.workPlace(),
                        work.entryDate(),
                        new TreeMap<>(work.extension()),
                        new TreeMap<>(user.roles()),
                        user.active(),
                        user.present(),
                        user.test(),
                        user.generation()));
    }

    byte[] body() {
        return Json.mapper().writeValueAsBytes(this);
    }

    /** The same for each attempt of the same, and of nothing else: tenant, code and generation are in the body. */
    String id(byte[] body) {
        return "%s-%d-%s".formatted(type, data.generation(), CodeId.digest(new String(body, UTF_8), HASH_DIGITS));
    }
}
