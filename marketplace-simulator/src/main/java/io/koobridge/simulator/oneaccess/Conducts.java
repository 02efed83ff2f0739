package io.koobridge.simulator.oneaccess;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the OneAccess of each enterprise behaves; as documented unless something else was said. Safe for threads. */
public final class Conducts {
    // More than enterprises: those that are gone make room.
    private static final int MOST = 200;

    private final Map<String, Conduct> byTenant = new LinkedHashMap<>();

    public synchronized Conduct of(String tenantId) {
        return byTenant.getOrDefault(tenantId, Conduct.DOCUMENTED);
    }

    public synchronized Conduct set(String tenantId, Conduct conduct) {
        byTenant.remove(tenantId);
        byTenant.put(tenantId, conduct);
        if (byTenant.size() > MOST) {
            byTenant.remove(byTenant.keySet().iterator().next());
        }
        return conduct;
    }

    public synchronized Conduct reset(String tenantId) {
        byTenant.remove(tenantId);
        return Conduct.DOCUMENTED;
    }
}
