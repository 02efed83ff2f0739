package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;

/** A section and what it found. */
public record Finding(Section section, Results results) {}
