package io.koobridge.events.tenant;

import io.koobridge.events.SealedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as the marketplace told of him (tenant-sync §5.3). What was not sent is absent, which says nothing about what was sent before.
 *
 * @param userName unique in the tenant alone; 1 to 64 characters
 * @param orgCode the department's
 * @param role {@code user} or {@code admin}, or what else the marketplace calls it
 * @param enabled false: kept, and may not log in
 * @param employeeType 1 regular, 2 intern, 3 dispatched, 4 outsourced
 * @param entryDate as it came
 * @param mobile sealed as {@code mobile} of {@link #sealedAs}, {@code email} accordingly
 * @param extension members of {@code extension} and unknown ones, which may say anything: each sealed as {@code extension.} and its name
 * @param unread members that could not be taken as they came, or say what the protocol does not know: they are left out, cut, or as they came
 */
public record UserRow(
        String userName,
        @Nullable String name,
        @Nullable String orgCode,
        @Nullable String position,
        @Nullable String employeeCode,
        @Nullable Integer employeeType,
        @Nullable String role,
        @Nullable Boolean enabled,
        @Nullable SealedText mobile,
        @Nullable SealedText email,
        @Nullable String workPlace,
        @Nullable String entryDate,
        Map<String, SealedText> extension,
        List<String> unread) {

    public UserRow {
        extension = Map.copyOf(extension);
        unread = List.copyOf(unread);
    }

    /** The subject that what is sealed of a user is sealed for. No two users have the same, whatever characters are in their names. */
    public static String sealedAs(String tenantId, String userName) {
        return TenantIds.of(tenantId, userName);
    }
}
