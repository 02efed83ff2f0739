package io.koobridge.tenant.outside.scim;

import io.koobridge.tenant.domain.directory.WantedDepartment;
import java.util.Map;

/** A department in SCIM's words (docs/directory.md). */
final class ScimGroup {

    private ScimGroup() {}

    static ScimEntry entry(WantedDepartment department, ScimForm form) {
        var name = form.groupName(department.tenantId(), department.orgCode(), department.name());
        return new ScimEntry(Kind.GROUP, id(department), name, Map.of("displayName", ScimJson.node(name)), null);
    }

    static OwnId id(WantedDepartment department) {
        return new OwnId(department.tenantId(), department.orgCode());
    }
}
