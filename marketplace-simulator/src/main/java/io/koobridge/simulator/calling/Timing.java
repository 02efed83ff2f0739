package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.BusinessClock;
import java.time.Clock;

/** The two clocks and what wakes us: real time for signatures, time-outs and polling, marketplace time for orders and repeats. */
public record Timing(Clock real, BusinessClock business, Timetable timetable) {}
