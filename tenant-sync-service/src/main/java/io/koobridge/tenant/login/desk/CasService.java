package io.koobridge.tenant.login.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** What tickets are made for: the address that was registered, in which the enterprise may stand (tenant-sync §7.7). */
final class CasService {

    private static final String TENANT = "{tenant}";

    private CasService() {}

    static String of(String registered, String tenantId) {
        return registered.replace(TENANT, URLEncoder.encode(tenantId, UTF_8));
    }
}
