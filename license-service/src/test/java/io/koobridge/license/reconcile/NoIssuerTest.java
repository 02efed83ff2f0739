package io.koobridge.license.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.Applications;
import io.koobridge.license.domain.Issuer;
import io.koobridge.service.finding.RecordingFindings;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoIssuerTest {

    private final RecordingFindings findings = new RecordingFindings();

    @Test
    void withoutAnIssuerItWaitsAndAPersonIsTold() {
        var nobody = new NoIssuer(findings);
        var order = Objects.requireNonNull(Applications.placed().order());

        assertThat(nobody.issue(order)).isInstanceOf(Issuer.Answer.Failed.class);
        assertThat(findings.open()).containsOnlyKeys("NO_ISSUER|issuer");
        NoIssuer.nowThereIsOne(findings).block();
        assertThat(nobody.revoke(order))
                .as("the issuer of before is told later")
                .isInstanceOf(Issuer.Revocation.Failed.class);
        assertThat(findings.open()).containsOnlyKeys("NO_ISSUER|issuer");
        NoIssuer.nowThereIsOne(findings).block();
        assertThat(findings.open()).isEmpty();
    }
}
