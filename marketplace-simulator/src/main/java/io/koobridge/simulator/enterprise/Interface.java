package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.market.Edition;

/** The five interfaces of the kit (tenant-sync §1). */
public enum Interface {
    TENANT("tenantSync"),
    APPLICATION("applicationSync"),
    AUTHORIZATION("authSync"),
    DEPARTMENT("singleOrgSync"),
    DEPARTMENTS("allOrgSync");

    private final String written;

    Interface(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    /** KooGallery appends it to the production address itself (tenant-sync §2.1). */
    String path(Edition edition) {
        return (edition == Edition.V1 ? "/produceAPI/" : "/produceAPI/v2/") + written;
    }
}
