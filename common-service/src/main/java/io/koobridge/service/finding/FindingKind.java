package io.koobridge.service.finding;

/** A kind of finding; each service names its own in an enum, and each has a line in the runbook. */
public interface FindingKind {

    String name();
}
