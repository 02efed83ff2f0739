package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.signing.ClientSecretCipher.Variant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as asked for. Everything is optional.
 *
 * @param tenantCode by which its addresses are known
 * @param credentialStage whether it is the one by which the seller tries his credential: ids are empty, and it is a test
 * @param domainName instead of the local OneAccess
 * @param address production address of the product, below the gateway
 */
public record Founding(
        @Nullable String tenantId,
        @Nullable String tenantCode,
        @Nullable String name,
        @Nullable Edition edition,
        @Nullable Integer departments,
        @Nullable Integer users,
        @Nullable Long seed,
        @Nullable String instanceId,
        @Nullable String orderId,
        @Nullable String appId,
        @Nullable String address,
        @Nullable String domainName,
        @Nullable Boolean credentialStage,
        Profile.@Nullable IdsAs idsAs,
        @Nullable Variant variant) {
    private static final int DEPARTMENTS = 2_000;
    private static final int USERS = 10_000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Founding {
        require(tenantCode == null || CODE.matcher(tenantCode).matches(), "tenantCode must be 1 to 63 of a-z, 0-9, -");
        require(tenantId == null || ID.matcher(tenantId).matches(), "tenantId must be 1 to 64 letters, digits, -, _");
        require(name == null || (!name.isBlank() && name.length() <= 255), "name must have 1 to 255 characters");
        require(instanceId == null || instanceId.length() <= 64, "instanceId must have at most 64 characters");
        require(orderId == null || orderId.length() <= 64, "orderId must have at most 64 characters");
        require(domainName == null || domainName.length() <= 255, "domainName must have at most 255 characters");
        require(address == null || address.startsWith("/"), "address must be a path that starts with /");
        between("departments", departments, 1, Departments.MOST);
        between("users", users, 1, Roster.MOST);
    }

    boolean isCredentialStage() {
        return Boolean.TRUE.equals(credentialStage);
    }

    int departmentCount() {
        return departments == null ? DEPARTMENTS : departments;
    }

    int userCount() {
        return users == null ? USERS : users;
    }

    long seedOrDefault() {
        return seed == null ? 1 : seed;
    }

    private static void between(String name, @Nullable Integer value, int least, int most) {
        require(
                value == null || (value >= least && value <= most),
                name + " must be a number from " + least + " to " + most);
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException(message);
        }
    }
}
