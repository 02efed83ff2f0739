package io.koobridge.simulator.screen;

import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.Applying;
import io.koobridge.simulator.codes.Codes;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.notifying.Notifications;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import io.koobridge.simulator.playing.Chaos;
import io.koobridge.simulator.playing.DebugReplays;
import io.koobridge.simulator.playing.FaultPlay;
import io.koobridge.simulator.playing.Lives;
import io.koobridge.simulator.visiting.Visits;

/** Everything that can be played. */
public record Played(
        Lives lives,
        FaultPlay faults,
        DebugReplays replays,
        Chaos chaos,
        ApiFaultBoard openApi,
        Notifications notifications,
        Licences licences,
        Visits visits,
        Enterprises enterprises) {

    /** What only License products have. */
    public record Licences(Applying applying, Applications applications, Codes codes) {}
}
