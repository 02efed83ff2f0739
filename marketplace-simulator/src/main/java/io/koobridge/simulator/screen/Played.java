package io.koobridge.simulator.screen;

import io.koobridge.simulator.notifying.Notifications;
import io.koobridge.simulator.openapi.ApiFaults;
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
        ApiFaults openApi,
        Notifications notifications,
        Visits visits) {}
