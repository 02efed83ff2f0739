package io.koobridge.gateway.config;

import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code koobridge.gateway.*}.
 *
 * @param addresses required: what KooGallery calls, at least one address
 * @param provisioningUrl required: base URL of provisioning's internal port
 */
@ConfigurationProperties(GatewayProperties.PREFIX)
public record GatewayProperties(List<AddressProperties> addresses, URI provisioningUrl) {

    static final String PREFIX = "koobridge.gateway";
    private static final String ADDRESSES = PREFIX + ".addresses";

    public GatewayProperties(@Nullable List<AddressProperties> addresses, @Nullable URI provisioningUrl) {
        this.addresses = addresses == null ? List.of() : List.copyOf(addresses);
        Invalid.when(this.addresses.isEmpty(), ADDRESSES, "must list at least one production address");
        this.provisioningUrl = Invalid.ifAbsent(provisioningUrl, PREFIX + ".provisioning-url");
        checkPaths(all(this.addresses));
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

    private static void checkPaths(List<ProductionAddress> addresses) {
        var paths = addresses.stream().map(ProductionAddress::path).toList();
        for (int index = 0; index < paths.size(); index++) {
            int first = paths.indexOf(paths.get(index));
            Invalid.when(first != index, name(index) + ".path", "is the same as " + name(first) + ".path");
        }
    }

    private static String name(int index) {
        return ADDRESSES + "[" + index + "]";
    }
}
