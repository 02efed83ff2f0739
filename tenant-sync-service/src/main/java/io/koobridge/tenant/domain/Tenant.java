package io.koobridge.tenant.domain;

import io.koobridge.events.SealedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that uses the product (tenant-sync §5.1, §5.2). What belongs to it may be told before itself.
 *
 * @param about what it is called, and where its people log in
 * @param bindings by instance; under {@value #CREDENTIAL} the one of the credential stage, which has none
 * @param clients by application id
 * @param generation rises with everything that is told of it or of anybody in it
 * @param observedGeneration the one whose directory and snapshot are up to date
 * @param memory ids of the facts that changed it, newest first; the last 16 (design §4)
 */
public record Tenant(
        String id,
        About about,
        Map<String, Binding> bindings,
        Map<String, Client> clients,
        long generation,
        long observedGeneration,
        List<String> memory) {

    /** Stands for no instance. */
    public static final String CREDENTIAL = "-";

    public Tenant {
        bindings = Map.copyOf(bindings);
        clients = Map.copyOf(clients);
        memory = List.copyOf(memory);
    }

    /**
     * What it is called.
     *
     * @param domainName as it came; checked when it is used
     * @param toldAt absent: nobody told
     */
    public record About(
            @Nullable String code,
            @Nullable String name,
            @Nullable String domainName,
            @Nullable Instant toldAt) {

        static final About UNKNOWN = new About(null, null, null, null);
    }

    /**
     * That an instance is this enterprise's.
     *
     * @param present false: not any more
     */
    public record Binding(@Nullable String orderId, boolean present, Instant toldAt, boolean test) {}

    /**
     * Its OAuth client for an application of the seller.
     *
     * @param present false: taken back
     * @param id empty where nothing but its end was told
     * @param secret absent where it was taken back
     * @param bindings instances through which it was told
     */
    public record Client(
            boolean present,
            String id,
            @Nullable SealedText secret,
            Instant toldAt,
            Set<String> bindings,
            boolean test) {

        public Client {
            bindings = Set.copyOf(bindings);
        }
    }

    static Tenant unknown(String id) {
        return new Tenant(id, About.UNKNOWN, Map.of(), Map.of(), 0, 0, List.of());
    }

    /** Whether anybody of it may log in: the last binding that is taken away disables it. What was never bound may be bound yet. */
    public boolean disabled() {
        return !bindings.isEmpty() && bindings.values().stream().noneMatch(Binding::present);
    }

    /** Told by debugging and the credential stage alone: never billed. */
    public boolean test() {
        return bindings.entrySet().stream()
                .filter(each -> each.getValue().present())
                .allMatch(each ->
                        each.getKey().equals(CREDENTIAL) || each.getValue().test());
    }

    /** As long as it has one. */
    public Optional<Client> client(String appId) {
        return Optional.ofNullable(clients.get(appId)).filter(Client::present);
    }

    public boolean settled() {
        return observedGeneration == generation;
    }

    /** What is wanted of it is so. */
    public Tenant observed(long seen) {
        return new Tenant(id, about, bindings, clients, generation, seen, memory);
    }
}
