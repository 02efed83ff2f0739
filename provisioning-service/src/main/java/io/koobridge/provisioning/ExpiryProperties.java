package io.koobridge.provisioning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances are watched that are not paid for any more.
 *
 * @param checkInterval how often expired instances that nobody froze are looked for
 */
@ConfigurationProperties("koobridge.expiry")
record ExpiryProperties(@DefaultValue("1h") Duration checkInterval) {

    ExpiryProperties {
        if (!checkInterval.isPositive()) {
            throw new IllegalArgumentException("koobridge.expiry.check-interval must be positive, is " + checkInterval);
        }
    }
}
