package io.koobridge.gateway.lost;

import io.koobridge.gateway.command.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call that nobody repeats was about.
 *
 * @param instanceId or the tenant's
 * @param which tells it from others of its activity about the same instance
 */
public record Named(
        Owner owner, String instanceId, @Nullable String which) {

    /** Of a digest, to tell a few from one another. */
    private static final int ENOUGH = 8;

    /** Empty for what the marketplace repeats in every edition: nobody needs to restart that. */
    public static Optional<Named> in(Command command) {
        return switch (command) {
            case Command.Change change ->
                Optional.of(new Named(Owner.PROVISIONING, change.instanceId(), brief(change.factId())));
            case Command.Check check -> Optional.of(new Named(Owner.PROVISIONING, check.instanceId(), null));
            case Command.Application application -> {
                var applied = application.applied();
                yield Optional.of(new Named(Owner.LICENSES, applied.instanceId(), applied.eventId()));
            }
            case Command.TenantTold told ->
                Optional.of(new Named(
                        Owner.TENANTS,
                        told.tenantId(),
                        brief(told.facts().getFirst().factId())));
            case Command.SecretTold told ->
                Optional.of(
                        new Named(Owner.TENANTS, told.tenantId(), told.client().appId()));
            case Command.Purchase _,
                    Command.AwaitedPurchase _,
                    Command.LicensedPurchase _,
                    Command.CodeChange _,
                    Command.Notice _,
                    Command.LookUp _ -> Optional.empty();
        };
    }

    private static String brief(String factId) {
        return factId.substring(0, Math.min(factId.length(), ENOUGH));
    }
}
