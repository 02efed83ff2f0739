package io.koobridge.gateway.config;

import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code koobridge.gateway.*}.
 *
 * @param addresses required: what KooGallery calls, at least one address
 * @param provisioningUrl required: base URL of provisioning's internal port
 * @param licenseUrl base URL of the internal port of license-service; required where an address is of kind {@code LICENSE} or {@code
 *     LICENSE_CODE}
 * @param tenantSyncUrl base URL of the internal port of tenant-sync-service; required where an address has keys of the type {@code kit}
 * @param kitBodySign whether answers to the V2 edition of the joint-operations kit go with a {@code Body-Sign}, which it does not ask for
 */
@ConfigurationProperties(GatewayProperties.PREFIX)
public record GatewayProperties(
        List<AddressProperties> addresses,
        URI provisioningUrl,
        @Nullable URI licenseUrl,
        @Nullable URI tenantSyncUrl,
        boolean kitBodySign) {

    static final String PREFIX = "koobridge.gateway";
    private static final String ADDRESSES = PREFIX + ".addresses";

    public GatewayProperties(
            @Nullable List<AddressProperties> addresses,
            @Nullable URI provisioningUrl,
            @Nullable URI licenseUrl,
            @Nullable URI tenantSyncUrl,
            @DefaultValue("false") boolean kitBodySign) {
        this.addresses = addresses == null ? List.of() : List.copyOf(addresses);
        Invalid.when(this.addresses.isEmpty(), ADDRESSES, "must list at least one production address");
        this.provisioningUrl = Invalid.ifAbsent(provisioningUrl, PREFIX + ".provisioning-url");
        this.licenseUrl = licenseUrl;
        this.tenantSyncUrl = tenantSyncUrl;
        this.kitBodySign = kitBodySign;
        var all = all(this.addresses);
        checkPaths(all);
        checkLicenses(all, licenseUrl);
        Invalid.when(
                tenantSyncUrl == null
                        && all.stream().anyMatch(address -> address.keys().has(KeyType.KIT)),
                PREFIX + ".tenant-sync-url",
                "must be set: an address has keys of the type kit");
        KeyRules.check(this.addresses, GatewayProperties::name);
    }

    ProductionAddresses productionAddresses() {
        return new ProductionAddresses(all(addresses));
    }

    private static List<ProductionAddress> all(List<AddressProperties> addresses) {
        return IntStream.range(0, addresses.size())
                .mapToObj(index -> addresses.get(index).address(name(index)))
                .toList();
    }

    private static void checkLicenses(List<ProductionAddress> addresses, @Nullable URI licenseUrl) {
        addresses.stream()
                .map(ProductionAddress::kind)
                .filter(AddressKind::ofLicenses)
                .findFirst()
                .ifPresent(kind -> Invalid.when(
                        licenseUrl == null,
                        PREFIX + ".license-url",
                        "must be set: an address of the kind %s is configured".formatted(kind)));
    }

    private static void checkPaths(List<ProductionAddress> addresses) {
        var paths = addresses.stream().map(ProductionAddress::path).toList();
        for (int index = 0; index < paths.size(); index++) {
            int first = paths.indexOf(paths.get(index));
            Invalid.when(first != index, name(index) + ".path", "is the same as " + name(first) + ".path");
        }
        for (int index = 0; index < paths.size(); index++) {
            var kit = addresses.get(index).kitPaths().keySet();
            for (int other = 0; other < paths.size(); other++) {
                Invalid.when(
                        kit.contains(paths.get(other)),
                        name(other) + ".path",
                        "is that of an interface of the joint-operations kit below " + name(index) + ".path");
            }
        }
    }

    private static String name(int index) {
        return ADDRESSES + "[" + index + "]";
    }
}
