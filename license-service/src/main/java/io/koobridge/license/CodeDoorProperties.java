package io.koobridge.license;

import io.koobridge.service.web.ApiKey;
import io.koobridge.service.web.ApiKeys;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask about codes.
 *
 * @param apiKeys what the seller's software shows; none: nobody may ask. A new key is added, given to the software, and the old one is taken away
 */
@ConfigurationProperties("koobridge.license")
record CodeDoorProperties(@DefaultValue List<ApiKey> apiKeys) {

    CodeDoorProperties {
        apiKeys = List.copyOf(apiKeys);
    }

    ApiKeys keys() {
        return new ApiKeys("koobridge.license.api-keys", apiKeys);
    }
}
