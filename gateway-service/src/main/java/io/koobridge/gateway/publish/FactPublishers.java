package io.koobridge.gateway.publish;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.order.OrderFact;

/** Where the facts of each family go. */
public record FactPublishers(
        FactPublisher<InstanceFact> instances,
        FactPublisher<OrderFact> orders,
        FactPublisher<LicenseFact> licenses,
        FactPublisher<CodeFact> licenseCodes) {}
