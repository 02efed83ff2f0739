package io.koobridge.tenant.domain;

import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.TenantPhase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that uses the product (tenant-sync §5.1, §5.2). What belongs to it may be told before itself.
 *
 * @param about what it is called, and where its people log in
 * @param bindings by instance; under {@value #CREDENTIAL} the one of the credential stage, which has none
 * @param clients by application id
 * @param organisation how far its departments have been looked through
 * @param mirror what the directory and the world were told of it as a whole
 * @param generation rises with everything that is told of it or of anybody in it
 * @param observedGeneration the one whose directory and snapshot are up to date
 * @param memory ids of the facts that changed it, newest first; the last 16 (design §4)
 */
public record Tenant(
        String id,
        About about,
        Map<String, Binding> bindings,
        Map<String, Client> clients,
        Organisation organisation,
        Mirror mirror,
        long generation,
        long observedGeneration,
        List<String> memory) {

    /** Stands for no instance. */
    public static final String CREDENTIAL = "-";

    /** Between two facts' generations there is room for those that a review keeps: whichever comes first, a fact's is the same. */
    private static final long STRIDE = 1_000;

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
     * @param test told by debugging calls alone
     */
    public record Binding(@Nullable String orderId, boolean present, Instant toldAt, boolean test) {}

    /**
     * Its OAuth client for an application of the seller.
     *
     * @param id empty where nothing but its end was told
     * @param secret absent where it was taken back
     * @param toldAt when id and secret were told last
     * @param holdings by instance through which it was told; under {@value #CREDENTIAL} what had none
     */
    public record Client(String id, @Nullable SealedText secret, Instant toldAt, Map<String, Holding> holdings) {

        public Client {
            holdings = Map.copyOf(holdings);
        }

        /** Until it was taken back through every instance (tenant-sync §2.3). */
        public boolean present() {
            return holdings.values().stream().anyMatch(Holding::present);
        }

        /** Told by debugging calls alone. */
        public boolean test() {
            return holdings.values().stream().allMatch(Holding::test);
        }
    }

    /** That one instance has a client. */
    public record Holding(boolean present, Instant toldAt, boolean test) {}

    /**
     * Its departments as a whole: whether they are a tree, and whether they are what the last whole organisation named.
     *
     * @param changedAt generation in which a department was told of last
     * @param reviewedAt generation up to which they were looked through
     * @param writing generation whose rows a review is writing; absent while none does
     * @param missing departments that the last whole organisation did not name
     * @param cut departments whose link to their parent closes a circle, and does not count
     */
    public record Organisation(
            long changedAt, long reviewedAt, @Nullable Long writing, long missing, long cut) {

        static final Organisation UNKNOWN = new Organisation(0, 0, null, 0, 0);

        Organisation changed(long generation) {
            return new Organisation(generation, reviewedAt, writing, missing, cut);
        }

        Organisation writing(long generation) {
            return new Organisation(changedAt, reviewedAt, generation, missing, cut);
        }

        Organisation reviewed(long generation, long missing, long cut) {
            return new Organisation(changedAt, generation, null, missing, cut);
        }

        public boolean reviewed() {
            return writing == null && reviewedAt >= changedAt;
        }
    }

    /**
     * What was told of it as a whole.
     *
     * @param closed that nobody of it may log in
     * @param test that it is a test alone
     * @param again somebody asks to have the directory told of everything once more
     * @param announced generation that its snapshot told last while the directory was still being told
     */
    public record Mirror(boolean closed, boolean test, boolean again, long announced) {

        static final Mirror NOTHING = new Mirror(false, false, false, 0);
    }

    static Tenant unknown(String id) {
        return new Tenant(id, About.UNKNOWN, Map.of(), Map.of(), Organisation.UNKNOWN, Mirror.NOTHING, 0, 0, List.of());
    }

    /** Whether anybody of it may log in: the last binding that is taken away disables it. What was never bound may be bound yet. */
    public boolean disabled() {
        return !bindings.isEmpty() && bindings.values().stream().noneMatch(Binding::present);
    }

    public TenantPhase phase() {
        if (bindings.isEmpty()) {
            return TenantPhase.ANNOUNCED;
        }
        return disabled() ? TenantPhase.DISABLED : TenantPhase.BOUND;
    }

    /** Bound by debugging and the credential stage alone: never billed. What was bound once and is not any more was billed. */
    public boolean test() {
        return !bindings.isEmpty()
                && bindings.entrySet().stream()
                        .allMatch(each -> each.getKey().equals(CREDENTIAL)
                                || each.getValue().test());
    }

    /** As long as it has one. */
    public Optional<Client> client(String appId) {
        return Optional.ofNullable(clients.get(appId)).filter(Client::present);
    }

    public boolean settled() {
        return observedGeneration == generation;
    }

    /** Rows that changed up to this generation are all written: who reads changes reads up to it. */
    public long readable() {
        var writing = organisation.writing();
        return writing == null ? generation : writing - 1;
    }

    /** Generation of the next fact about it, and of the rows that this fact changes. */
    public long next() {
        return (generation / STRIDE + 1) * STRIDE;
    }

    /** Of the first fact about one that nobody knows. */
    public static long first() {
        return STRIDE;
    }

    /** Whether the directory was told what it is as a whole. */
    public boolean mirrored() {
        return !mirror.again() && mirror.closed() == disabled() && mirror.test() == test();
    }

    /** What is wanted of it is so. */
    public Tenant observed() {
        return new Tenant(id, about, bindings, clients, organisation, mirror, generation, generation, memory);
    }

    /** Somebody asks to have the directory told of everything once more. */
    public Tenant again() {
        return mirror(new Mirror(mirror.closed(), mirror.test(), true, mirror.announced()));
    }

    /** All of it stands to be told. */
    public Tenant toBeTold() {
        return mirror(new Mirror(disabled(), test(), false, mirror.announced()));
    }

    /** The world is to hear what it has become while the directory is still being told. */
    public Tenant announced() {
        return mirror(new Mirror(mirror.closed(), mirror.test(), mirror.again(), generation));
    }

    /** A generation is kept for rows that a review of its departments is about to write. */
    public Tenant reviewing() {
        long kept = generation + 1;
        return new Tenant(
                id, about, bindings, clients, organisation.writing(kept), mirror, kept, observedGeneration, memory);
    }

    /**
     * Its departments were looked through.
     *
     * @param upTo generation up to which
     */
    public Tenant reviewed(long upTo, long missing, long cut) {
        return new Tenant(
                id,
                about,
                bindings,
                clients,
                organisation.reviewed(upTo, missing, cut),
                mirror,
                generation,
                observedGeneration,
                memory);
    }

    private Tenant mirror(Mirror next) {
        return new Tenant(id, about, bindings, clients, organisation, next, generation, observedGeneration, memory);
    }
}
