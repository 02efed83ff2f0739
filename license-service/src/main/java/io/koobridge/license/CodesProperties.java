package io.koobridge.license;

import io.koobridge.license.domain.code.CodeDecisions.Unseen;
import io.koobridge.license.outside.code.CodeInterfaces;
import io.koobridge.license.outside.code.CodeInterfaces.Version;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How authorization codes are dealt with.
 *
 * @param unknown what a call of the marketplace about a code that was never seen is: {@code accept} takes it for a success and remembers it,
 *     {@code refuse} answers that there is no such code
 * @param activateVersion which of the marketplace's interfaces activates: {@code v1} one code a call, {@code v2} up to a hundred
 * @param queryVersion which of the marketplace's interfaces tells of a code: {@code v1}, or {@code v2}, whose answer is not documented
 * @param reportAfter how long uses are collected before the marketplace is told of them; 0 to 12 h
 */
@ConfigurationProperties("koobridge.license.codes")
record CodesProperties(
        @DefaultValue("accept") Unseen unknown,
        @DefaultValue("v1") Version activateVersion,
        @DefaultValue("v1") Version queryVersion,
        @DefaultValue("10m") Duration reportAfter) {

    private static final Duration LONGEST = Duration.ofHours(12);

    CodesProperties {
        if (reportAfter.isNegative() || reportAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "koobridge.license.codes.report-after must be 0 to 12h, is " + reportAfter);
        }
    }

    CodeInterfaces interfaces() {
        return new CodeInterfaces(activateVersion, queryVersion);
    }
}
