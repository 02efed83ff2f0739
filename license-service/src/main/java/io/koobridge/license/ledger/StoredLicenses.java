package io.koobridge.license.ledger;

import io.koobridge.license.domain.LicenseFile;
import reactor.core.publisher.Mono;

/** The bytes of licences. They never change once they are here. */
public interface StoredLicenses {

    /** Empty while there is none. */
    Mono<LicenseFile> find(String licenseId);

    /**
     * Stores the licence unless there is one already.
     *
     * @return the one that is stored, whoever brought it
     */
    Mono<LicenseFile> keep(String licenseId, LicenseFile file);
}
