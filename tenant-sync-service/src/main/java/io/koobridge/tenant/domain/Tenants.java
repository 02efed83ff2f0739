package io.koobridge.tenant.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.tenant.domain.Tenant.About;
import io.koobridge.tenant.domain.Tenant.Binding;
import io.koobridge.tenant.domain.Tenant.Client;
import io.koobridge.tenant.domain.Tenant.Holding;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a tenant (tenant-sync §4.4): whatever comes, in whatever order and however often, what was told last of each part of it is so. Nothing is ever
 * refused, for nothing has to be there before.
 */
public final class Tenants {

    private static final int REMEMBERED = 16;

    private Tenants() {}

    public static Outcome<Tenant> decide(@Nullable Tenant current, Event<? extends TenantFact> event) {
        if (current != null && current.memory().contains(event.id())) {
            return new Unchanged<>();
        }
        var known = current == null ? Tenant.unknown(event.subject()) : current;
        return switch (event.data()) {
            case TenantBound bound -> bound(known, bound, event);
            case TenantUnbound unbound -> unbound(known, unbound, event);
            case ApplicationGranted granted -> granted(known, granted, event);
            case ApplicationWithdrawn withdrawn -> withdrawn(known, withdrawn, event);
            // Their rows are stored before, each by a decision of its own; here it is only known that something may
            // have changed.
            case UsersTold _ -> changed(known, known.about(), known.bindings(), known.clients(), event);
            case DepartmentTold _, OrganisationTold _ ->
                changed(
                        withOrganisation(known, known.organisation().changed(known.next())),
                        known.about(),
                        known.bindings(),
                        known.clients(),
                        event);
        };
    }

    private static Outcome<Tenant> bound(Tenant known, TenantBound told, Event<?> event) {
        var key = key(told.instanceId());
        var binding = known.bindings().get(key);
        var bindings = known.bindings();
        if (binding == null || !stale(binding.toldAt(), event)) {
            var orderId = told.orderId() == null && binding != null ? binding.orderId() : told.orderId();
            var test = told.test() && (binding == null || !binding.present() || binding.test());
            bindings = with(
                    bindings,
                    key,
                    new Binding(orderId, true, later(binding == null ? null : binding.toldAt(), event), test));
        }
        return stale(known.about().toldAt(), event) && bindings.equals(known.bindings())
                ? stale(event, known.about().toldAt())
                : changed(known, about(known.about(), told, event), bindings, known.clients(), event);
    }

    /** A modification changes name and address alone; of an unknown tenant it tells everything. */
    private static About about(About known, TenantBound told, Event<?> event) {
        if (stale(known.toldAt(), event)) {
            return known;
        }
        var code = told.change() == Change.MODIFIED && known.code() != null
                ? known.code()
                : or(told.tenantCode(), known.code());
        return new About(
                code,
                or(told.name(), known.name()),
                or(told.domainName(), known.domainName()),
                later(known.toldAt(), event));
    }

    /** Also of one that nobody bound: what bound it may still come. */
    private static Outcome<Tenant> unbound(Tenant known, TenantUnbound told, Event<?> event) {
        var key = key(told.instanceId());
        var binding = known.bindings().get(key);
        if (binding != null && stale(binding.toldAt(), event)) {
            return stale(event, binding.toldAt());
        }
        if (told.test() && binding != null && binding.present() && !binding.test()) {
            return Told.onlyDebugging();
        }
        var ended = new Binding(
                binding == null ? null : binding.orderId(),
                false,
                later(binding == null ? null : binding.toldAt(), event),
                binding == null ? told.test() : binding.test());
        return changed(known, known.about(), with(known.bindings(), key, ended), known.clients(), event);
    }

    /** The last write wins: a changed secret replaces the old one (tenant-sync §5.2). */
    private static Outcome<Tenant> granted(Tenant known, ApplicationGranted told, Event<?> event) {
        var key = key(told.instanceId());
        var client = known.clients().get(told.appId());
        var holding = client == null ? null : client.holdings().get(key);
        if (holding != null && stale(holding.toldAt(), event)) {
            return stale(event, holding.toldAt());
        }
        var test = told.test() && (holding == null || !holding.present() || holding.test());
        var held = new Holding(true, later(holding == null ? null : holding.toldAt(), event), test);
        var holdings = client == null ? Map.<String, Holding>of() : client.holdings();
        var next = client != null && client.secret() != null && stale(client.toldAt(), event)
                ? new Client(client.id(), client.secret(), client.toldAt(), with(holdings, key, held))
                : new Client(
                        told.clientId(),
                        told.clientSecret(),
                        later(client == null ? null : client.toldAt(), event),
                        with(holdings, key, held));
        return changed(known, known.about(), known.bindings(), with(known.clients(), told.appId(), next), event);
    }

    /** Its secret is forgotten with the last instance that had it (tenant-sync §2.3). */
    private static Outcome<Tenant> withdrawn(Tenant known, ApplicationWithdrawn told, Event<?> event) {
        var key = key(told.instanceId());
        var client = known.clients().get(told.appId());
        var holding = client == null ? null : client.holdings().get(key);
        if (holding != null && stale(holding.toldAt(), event)) {
            return stale(event, holding.toldAt());
        }
        if (told.test() && holding != null && holding.present() && !holding.test()) {
            return Told.onlyDebugging();
        }
        var held = new Holding(
                false,
                later(holding == null ? null : holding.toldAt(), event),
                holding == null ? told.test() : holding.test());
        var holdings = with(client == null ? Map.of() : client.holdings(), key, held);
        var left = holdings.values().stream().anyMatch(Holding::present);
        var next = new Client(
                client == null ? "" : client.id(),
                client == null || !left ? null : client.secret(),
                client == null ? event.asOf() : client.toldAt(),
                holdings);
        return changed(known, known.about(), known.bindings(), with(known.clients(), told.appId(), next), event);
    }

    private static Outcome<Tenant> changed(
            Tenant known, About about, Map<String, Binding> bindings, Map<String, Client> clients, Event<?> event) {
        return new Applied<>(new Tenant(
                known.id(),
                about,
                bindings,
                clients,
                known.organisation(),
                known.mirror(),
                known.next(),
                known.observedGeneration(),
                Stream.concat(Stream.of(event.id()), known.memory().stream())
                        .limit(REMEMBERED)
                        .toList()));
    }

    private static Tenant withOrganisation(Tenant known, Tenant.Organisation organisation) {
        return new Tenant(
                known.id(),
                known.about(),
                known.bindings(),
                known.clients(),
                organisation,
                known.mirror(),
                known.generation(),
                known.observedGeneration(),
                known.memory());
    }

    private static String key(@Nullable String instanceId) {
        return Told.through(instanceId);
    }

    private static boolean stale(@Nullable Instant known, Event<?> event) {
        return Told.stale(known, event.asOf());
    }

    private static Instant later(@Nullable Instant known, Event<?> event) {
        return Told.later(known, event.asOf());
    }

    private static Outcome<Tenant> stale(Event<?> event, @Nullable Instant known) {
        return new Stale<>("told at %s, known as of %s".formatted(event.asOf(), known));
    }

    private static <V> Map<String, V> with(Map<String, V> all, String key, V value) {
        var next = new HashMap<>(all);
        next.put(key, value);
        return next;
    }

    private static @Nullable String or(@Nullable String told, @Nullable String known) {
        return told == null ? known : told;
    }
}
