package io.koobridge.tenant.login.web;

import java.util.HashMap;
import java.util.Map;

/** How many logins are worked on at once: of all, and of one enterprise. What nobody holds takes no memory. */
final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** False when there is none; else {@link #leave} gives it back. */
    synchronized boolean take(String tenantId) {
        int ofOne = taken.getOrDefault(tenantId, 0);
        if (all >= most || ofOne >= mostOfOne) {
            return false;
        }
        all++;
        taken.put(tenantId, ofOne + 1);
        return true;
    }

    synchronized void leave(String tenantId) {
        all--;
        taken.computeIfPresent(tenantId, (_, ofOne) -> ofOne == 1 ? null : ofOne - 1);
    }
}
