package io.koobridge.license.outside.code;

/** Which versions of the marketplace's interfaces are called; either suffices (license §5.3, §5.4). */
public record CodeInterfaces(Version activate, Version query) {

    private static final String ROOT = "/api/mkp-openapi-public/global/";

    /** Of an interface. */
    public enum Version {
        /** One code; its answer is documented. */
        V1,
        /** Up to a hundred codes. */
        V2
    }

    static String activation(Version version) {
        return path(version, "activate");
    }

    static String query(Version version) {
        return path(version, "heartbeat");
    }

    static String usage() {
        return path(Version.V2, "software-usage-info");
    }

    private static String path(Version version, String name) {
        return ROOT + (version == Version.V1 ? "v1" : "v2") + "/license/" + name;
    }
}
