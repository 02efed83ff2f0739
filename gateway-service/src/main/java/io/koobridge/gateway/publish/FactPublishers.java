package io.koobridge.gateway.publish;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.tenant.TenantFact;

/** Where the facts of each family go. */
public record FactPublishers(
        FactPublisher<InstanceFact> instances,
        FactPublisher<OrderFact> orders,
        FactPublisher<LicenseFact> licenses,
        FactPublisher<CodeFact> licenseCodes,
        FactPublisher<TenantFact> tenants) {}
