package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.life.NotNow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The application credentials of the seller. Safe for threads. */
public final class Credentials {
    private static final int MOST = 50;

    private final Map<String, Credential> all = new LinkedHashMap<>();

    public Credentials(Credential first) {
        all.put(first.appId(), first);
    }

    public synchronized List<Credential> listed() {
        return List.copyOf(all.values());
    }

    public synchronized Credential known(String appId) {
        Credential known = all.get(appId);
        if (known == null) {
            throw new NoSuchElementException("no credential " + appId);
        }
        return known;
    }

    /** Applied for, if there was none; else changed. */
    public synchronized Credential put(String appId, Credential.Change change) {
        Credential before = all.get(appId);
        if (before == null && all.size() >= MOST) {
            throw new NotNow("there are " + MOST + " credentials");
        }
        Credential now = (before == null ? new Credential(appId, "", "", "") : before).changed(change);
        all.put(appId, now);
        return now;
    }
}
