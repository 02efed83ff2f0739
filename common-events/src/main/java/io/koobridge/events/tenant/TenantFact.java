package io.koobridge.events.tenant;

import io.koobridge.events.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the marketplace told about one tenant, whose id is the event's subject. Everything may come in any order (tenant-sync §4.4): nothing here says
 * that what it is about was told of before.
 */
public sealed interface TenantFact {

    /** The instance through which it was told; absent while the seller applies for a credential, and mostly in debugging (tenant-sync §4.1). */
    @Nullable String instanceId();

    /** Told by the console's debugging, or for a test account: kept, may log in, never billed (design §3.4). */
    boolean test();

    /**
     * An enterprise is bound to the instance, or its name or address changed.
     *
     * @param orderId absent where the instance is
     * @param tenantCode by which a user's login finds the enterprise
     * @param domainName as it came: with a scheme or without one, and in debugging any text
     * @param change {@link Change#MODIFIED} changes name and address alone
     */
    record TenantBound(
            @Nullable String instanceId,
            @Nullable String orderId,
            @Nullable String tenantCode,
            @Nullable String name,
            @Nullable String domainName,
            Change change,
            boolean test)
            implements TenantFact {}

    /** The enterprise is not bound to the instance any more. */
    record TenantUnbound(@Nullable String instanceId, boolean test) implements TenantFact {}

    /**
     * The enterprise's OAuth client for an application of the seller.
     *
     * @param clientSecret in the sealed form of whoever opened it
     */
    record ApplicationGranted(
            @Nullable String instanceId, String appId, String clientId, SealedText clientSecret, boolean test)
            implements TenantFact {}

    /** The enterprise has no client for this application any more. */
    record ApplicationWithdrawn(@Nullable String instanceId, String appId, boolean test) implements TenantFact {}

    /** Users who may use an application, or may not; a part of what one call told. */
    record UsersTold(
            @Nullable String instanceId, String appId, UserChange change, Part part, List<UserRow> users, boolean test)
            implements TenantFact {

        public UsersTold {
            users = List.copyOf(users);
        }
    }

    /**
     * One department was made, changed, moved or taken away.
     *
     * @param change absent: it was taken away, and nothing but its code counts
     */
    record DepartmentTold(
            @Nullable String instanceId,
            DepartmentRow department,
            @Nullable Change change,
            boolean test) implements TenantFact {}

    /** All departments of the enterprise; a part of what one call told. */
    record OrganisationTold(@Nullable String instanceId, Part part, List<DepartmentRow> departments, boolean test)
            implements TenantFact {

        public OrganisationTold {
            departments = List.copyOf(departments);
        }
    }

    /** What the marketplace calls it; neither says whether the thing is known. */
    enum Change {
        ADDED,
        MODIFIED
    }

    /** What becomes of users. */
    enum UserChange {
        /** They may use the application. */
        ADDED,
        /** What is known of them changed; whether they may use the application did not. */
        MODIFIED,
        /** They may not use the application any more; what is known of them stays (V2 alone). */
        CANCELLED,
        /** The application is to forget them. */
        DELETED
    }
}
