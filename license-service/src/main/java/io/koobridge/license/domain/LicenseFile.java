package io.koobridge.license.domain;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A licence as it was issued; from then on its bytes never change.
 *
 * @param fileName as the user gets it; absent for one that is a text
 */
@SuppressWarnings("ArrayRecordComponent") // compared by hand
public record LicenseFile(byte[] bytes, @Nullable String fileName) {

    public LicenseFile {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public Optional<String> name() {
        return Optional.ofNullable(fileName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LicenseFile(var otherBytes, var otherName)
                && Arrays.equals(bytes, otherBytes)
                && Objects.equals(fileName, otherName);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Objects.hashCode(fileName);
    }

    /** Without the licence: this ends up in logs. */
    @Override
    public String toString() {
        return "LicenseFile[%d bytes, fileName=%s]".formatted(bytes.length, fileName);
    }
}
