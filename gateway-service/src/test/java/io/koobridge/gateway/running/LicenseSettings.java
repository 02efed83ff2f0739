package io.koobridge.gateway.running;

import java.net.URI;
import java.util.Map;

/** Addresses of licences and of authorization codes, beside those that every gateway of the tests has. */
final class LicenseSettings {

    static final String PATH = "/koogallery/license";
    static final String CODE_PATH = "/koogallery/license-code";

    /** The keys of the vectors in license §2.2 and §7. */
    static final String KEY = "demo-access-key-0001";

    static final String V1_KEY = "demo-v1-key-0001";
    static final String CODE_KEY = "demo-code-key-0001";

    private LicenseSettings() {}

    static Map<String, String> of(URI licenseService) {
        return Map.ofEntries(
                Map.entry("koobridge.gateway.license-url", licenseService.toString()),
                Map.entry("koobridge.gateway.addresses[7].path", PATH),
                Map.entry("koobridge.gateway.addresses[7].kind", "LICENSE"),
                Map.entry("koobridge.gateway.addresses[7].v1.hold", "1s"),
                Map.entry("koobridge.gateway.addresses[7].keys.base[0].id", "license-1"),
                Map.entry("koobridge.gateway.addresses[7].keys.base[0].secret", KEY),
                Map.entry("koobridge.gateway.addresses[7].keys.v1[0].id", "license-v1"),
                Map.entry("koobridge.gateway.addresses[7].keys.v1[0].secret", V1_KEY),
                Map.entry("koobridge.gateway.addresses[8].path", CODE_PATH),
                Map.entry("koobridge.gateway.addresses[8].kind", "LICENSE_CODE"),
                Map.entry("koobridge.gateway.addresses[8].keys.license-code[0].id", "code-1"),
                Map.entry("koobridge.gateway.addresses[8].keys.license-code[0].secret", CODE_KEY));
    }
}
