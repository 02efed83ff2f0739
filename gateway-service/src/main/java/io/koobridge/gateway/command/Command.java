package io.koobridge.gateway.command;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.tenant.TenantFact;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call asks for. */
public sealed interface Command {

    /** Somebody paid: there shall be an instance. */
    record Purchase(OrderKey order) implements Command {}

    /**
     * Somebody paid, and the answer must say how to get in: it may be held until there is an instance (design §3.8).
     *
     * @param bought as the call told it
     * @param hold how long
     */
    record AwaitedPurchase(OrderKey order, OrderDetails bought, Duration hold) implements Command {}

    /**
     * Something happened to an instance that exists.
     *
     * @param instanceId at most 64 characters
     * @param factId the same for every call that tells of the same happening; only the edition knows what makes it so (design §4)
     */
    record Change(String instanceId, String factId, InstanceFact fact) implements Command {}

    /**
     * Somebody paid for something whose licence is the answer: it may be held until there is one (design §3.8).
     *
     * @param bought as the call told it
     * @param hold how long
     */
    record LicensedPurchase(OrderKey order, OrderDetails bought, Duration hold) implements Command {}

    /**
     * A user applies for a licence.
     *
     * @param factId of this call alone: one that comes again may ask for the same licence once more
     */
    record Application(String factId, LicenseApplied applied) implements Command {}

    /**
     * Something happened to an authorization code.
     *
     * @param code at most 64 characters, known to its buyer alone
     * @param factId the same for every call that tells of the same happening
     */
    record CodeChange(String code, String factId, CodeFact fact) implements Command {

        /** Whoever has the code can use it. */
        @Override
        public String toString() {
            return "CodeChange[%s, %s]".formatted(factId, fact);
        }
    }

    /**
     * The marketplace tells that an order is there, whatever was ordered (order-notification §1).
     *
     * @param factId the same for every call about the same order line
     */
    record Notice(String factId, OrderNotified order) implements Command {}

    /**
     * The marketplace told something about an enterprise that uses the product.
     *
     * @param tenantId at most 64 characters
     * @param facts at least one; several when it told a long list
     */
    record TenantTold(String tenantId, List<Told> facts) implements Command {

        /** One fact of the call, by an id that is the same for this call alone. */
        public record Told(String factId, TenantFact fact) {}
    }

    /**
     * It told of an OAuth client, whose secret is to be opened before anything is stored.
     *
     * @param encrypted for one of the seller's RSA keys
     */
    record SecretTold(String tenantId, String factId, Client client, String encrypted) implements Command {

        /**
         * The client but for its secret.
         *
         * @param instanceId absent while the seller applies for a credential
         */
        public record Client(@Nullable String instanceId, String appId, String clientId, boolean test) {}

        /** Nothing of the secret, encrypted as it is. */
        @Override
        public String toString() {
            return "SecretTold[%s, %s, %s]".formatted(tenantId, factId, client);
        }
    }

    /**
     * How do these instances do?
     *
     * @param instanceIds at least one, none twice, of any length
     */
    record LookUp(List<String> instanceIds) implements Command {

        /** Those that an instance can have; nobody needs to be asked about the others. */
        List<String> possible() {
            return instanceIds.stream()
                    .filter(id -> id.length() <= OrderKey.LONGEST)
                    .toList();
        }
    }

    /**
     * Could the instance become this product?
     *
     * @param instanceId at most 64 characters
     * @param quantity of a linear attribute
     */
    record Check(
            String instanceId,
            @Nullable String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) implements Command {}

    /** How much longer than any other its answer may take. */
    default Duration hold() {
        return Duration.ZERO;
    }
}
