package io.koobridge.tenant.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where a directory keeps an entry.
 *
 * @param id the directory's own; opaque
 * @param within the place of the department that it was last written with, as it was told then; absent: none was told
 */
public record Place(String id, @Nullable String within) {}
