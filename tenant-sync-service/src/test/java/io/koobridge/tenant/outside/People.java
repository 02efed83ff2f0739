package io.koobridge.tenant.outside;

import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;
import io.koobridge.tenant.domain.directory.WantedUser.Work;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Departments and users to be written. */
public final class People {

    public static final String TENANT = "t-0a1b2c3d";
    public static final String MOBILE = "13800001111";
    public static final String EMAIL = "li.lei@acme.example";

    private People() {}

    public static WantedDepartment department(String code, @Nullable String parentPlace, @Nullable Place place) {
        return new WantedDepartment(
                TENANT, code, "Department " + code, parentPlace == null ? null : "up", parentPlace, true, place, 1);
    }

    public static WantedDepartment gone(WantedDepartment department, @Nullable Place place) {
        return new WantedDepartment(
                department.tenantId(),
                department.orgCode(),
                department.name(),
                department.parentCode(),
                department.parentPlace(),
                false,
                place,
                department.generation() + 1);
    }

    public static WantedUser user(String userName, @Nullable String departmentPlace, @Nullable Place place) {
        return new WantedUser(
                TENANT,
                userName,
                "李雷",
                new Contact(MOBILE, EMAIL),
                new Work("工程师", "E-17", 1, "Building 3", "2022-11-9", Map.of("accountSet", "A1", "not a name", "x")),
                "D100",
                departmentPlace,
                Map.of("app-1", "admin", "app-2", "user"),
                true,
                true,
                false,
                place,
                1);
    }

    /** Nothing is known of him but his name. */
    public static WantedUser bare(String userName, @Nullable String departmentPlace, @Nullable Place place) {
        return new WantedUser(
                TENANT,
                userName,
                userName,
                new Contact(null, null),
                new Work(null, null, null, null, null, Map.of()),
                null,
                departmentPlace,
                Map.of(),
                true,
                true,
                false,
                place,
                2);
    }

    public static WantedUser gone(WantedUser user, @Nullable Place place) {
        return standing(user, false, false, place);
    }

    public static WantedUser standing(WantedUser user, boolean active, boolean present, @Nullable Place place) {
        return new WantedUser(
                user.tenantId(),
                user.userName(),
                user.name(),
                user.contact(),
                user.work(),
                user.orgCode(),
                user.departmentPlace(),
                user.roles(),
                active,
                present,
                user.test(),
                place,
                user.generation() + 1);
    }
}
