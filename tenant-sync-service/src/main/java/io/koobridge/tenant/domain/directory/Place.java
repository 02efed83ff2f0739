package io.koobridge.tenant.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where a directory keeps an entry.
 *
 * @param id the directory's own; opaque
 * @param within the directory's id of the department that it is a member of there; absent: of none
 */
public record Place(String id, @Nullable String within) {}
