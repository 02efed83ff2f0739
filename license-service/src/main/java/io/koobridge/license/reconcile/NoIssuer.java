package io.koobridge.license.reconcile;

import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.service.finding.FindingBook;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Nobody makes licences yet. What is applied for waits, and a person is told once for all of it. */
public final class NoIssuer implements Issuer {

    /** Whom the finding is about. */
    static final String SUBJECT = "issuer";

    private static final String WHY =
            "nobody makes licences: set koobridge.license.signing.keys, or koobridge.license.issuer.http.url of your licence server";
    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final FindingBook findings;

    public NoIssuer(FindingBook findings) {
        this.findings = findings;
    }

    /** There is one now. */
    public static Mono<Void> nowThereIsOne(FindingBook findings) {
        return findings.close(SUBJECT, LicenseFinding.NO_ISSUER);
    }

    @Override
    public Answer issue(LicenseOrder order) {
        return new Answer.Failed(missing());
    }

    @Override
    public @Nullable Kind kind() {
        return null;
    }

    /** Somebody who was configured before may have made it, and is to hear of it. */
    @Override
    public Revocation revoke(LicenseOrder order) {
        return new Revocation.Failed(missing());
    }

    private String missing() {
        findings.open(SUBJECT, LicenseFinding.NO_ISSUER, WHY).block(NOTED_WITHIN);
        return WHY;
    }
}
