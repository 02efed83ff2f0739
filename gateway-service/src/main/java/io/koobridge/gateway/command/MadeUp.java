package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;

/** An instance for debugging calls, which carry whatever ids people typed and are replayed twice a day for years (saas-v2 §1.16). */
final class MadeUp {

    private static final AppInfo APP_INFO = new AppInfo(
            "https://example.com/", null, null, null, "made up for a debugging call, no instance was touched");

    private MadeUp() {}

    static Standing ready(String instanceId) {
        return new Standing.Ready(new View(instanceId, Phase.ACTIVE, APP_INFO, null, null));
    }
}
