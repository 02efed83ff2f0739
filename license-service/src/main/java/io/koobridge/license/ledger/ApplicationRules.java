package io.koobridge.license.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;

/** What an application does to its licence, which its subject names. */
public final class ApplicationRules implements FactRules<LicenseFact, Application> {

    @Override
    public Outcome<Application> decide(@Nullable Application current, Event<? extends LicenseFact> event) {
        return Decisions.decide(current, event);
    }

    @Override
    public Outcome<Application> retry(@Nullable Application current) {
        return Decisions.retry(current);
    }
}
