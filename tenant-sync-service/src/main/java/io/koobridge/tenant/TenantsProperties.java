package io.koobridge.tenant;

import io.koobridge.service.web.ApiKey;
import io.koobridge.service.web.ApiKeys;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tenants as they are kept: {@code koobridge.tenant.*}.
 *
 * @param organisationIsSnapshot whether departments that a complete whole organisation did not name are taken away; otherwise they are reported as missing
 * @param apiKeys what the product shows when it reads tenants itself; none: nobody may read
 */
@ConfigurationProperties("koobridge.tenant")
record TenantsProperties(
        @DefaultValue("false") boolean organisationIsSnapshot,
        @DefaultValue List<ApiKey> apiKeys) {

    TenantsProperties {
        apiKeys = List.copyOf(apiKeys);
    }

    ApiKeys keys() {
        return new ApiKeys("koobridge.tenant.api-keys", apiKeys);
    }
}
