package io.koobridge.simulator.screen;

import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.ProductKind;
import io.koobridge.simulator.market.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listings that one can choose on the page. */
final class Listings {
    private static final Map<String, Listing> ALL = all();
    static final List<String> NAMES = List.copyOf(ALL.keySet());

    private Listings() {}

    private static Map<String, Listing> all() {
        Map<String, Listing> all = new LinkedHashMap<>();
        all.put("V2", Listing.V2);
        for (Site site : Site.values()) {
            all.put("V1 " + site, new Listing(Edition.V1, site, 256));
        }
        all.put("License", Listing.V2.as(ProductKind.LICENSE, Listing.License.PLAIN));
        all.put("License V1", Listing.V2.as(Edition.V1).as(ProductKind.LICENSE, Listing.License.PLAIN));
        all.put("License code", Listing.V2.as(ProductKind.LICENSE_CODE, Listing.License.PLAIN));
        return all;
    }

    /** V2 when nothing is chosen. */
    static Listing of(String name) {
        Listing listing = name.isEmpty() ? Listing.V2 : ALL.get(name);
        if (listing == null) {
            throw new IllegalArgumentException("there is no listing " + name);
        }
        return listing;
    }

    static String name(Listing listing) {
        return switch (listing.generation()) {
            case SAAS_V2 -> "V2";
            case SAAS_V1 -> "V1 " + listing.site();
            case LICENSE -> "License";
            case LICENSE_V1 -> "License V1";
            case LICENSE_CODE -> "License code";
        };
    }
}
