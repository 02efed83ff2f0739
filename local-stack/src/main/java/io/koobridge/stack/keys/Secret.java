package io.koobridge.stack.keys;

import java.util.Optional;

/** A secret of the local installation: its variable's name, and how it is made or whose value it shares. */
public enum Secret {
    SELLER_ID("KOOBRIDGE_SELLER_ID", Generator.Kind.SELLER_ID),
    SERVICE_TOKEN("KOOBRIDGE_SERVICE_TOKEN", Generator.Kind.TOKEN),
    KEY_BASE("KOOBRIDGE_KEY_BASE", Generator.Kind.TOKEN),
    KEY_V1("KOOBRIDGE_KEY_V1", Generator.Kind.TOKEN),
    KEY_KIT("KOOBRIDGE_KEY_KIT", Generator.Kind.TOKEN),
    KEY_LICENSE("KOOBRIDGE_KEY_LICENSE", Generator.Kind.TOKEN),
    KEY_LICENSE_V1("KOOBRIDGE_KEY_LICENSE_V1", KEY_LICENSE),
    KEY_LICENSE_KIT("KOOBRIDGE_KEY_LICENSE_KIT", KEY_KIT),
    KEY_LICENSE_CODE("KOOBRIDGE_KEY_LICENSE_CODE", Generator.Kind.TOKEN),
    KEY_GENERAL("KOOBRIDGE_KEY_GENERAL", Generator.Kind.TOKEN),
    WAITING_PAGE("KOOBRIDGE_WAITING_PAGE_SECRET", Generator.Kind.TOKEN),
    OPEN_API_AK("KOOBRIDGE_OPEN_API_AK", Generator.Kind.ACCESS_KEY_ID),
    OPEN_API_SK("KOOBRIDGE_OPEN_API_SK", Generator.Kind.TOKEN),
    WEBHOOK_SECRET("KOOBRIDGE_WEBHOOK_SECRET", Generator.Kind.WEBHOOK_SECRET),
    /** Signs what the seller's licence server is asked, where there is one. */
    ISSUER_SECRET("KOOBRIDGE_ISSUER_SECRET", Generator.Kind.WEBHOOK_SECRET),
    /** By which the seller's software asks for authorization codes; license-service is told its SHA-256 alone. */
    LICENSE_API_KEY("KOOBRIDGE_LICENSE_API_KEY", Generator.Kind.TOKEN),
    /** By which the product reads tenants itself; tenant-sync-service is told its SHA-256 alone. */
    TENANT_API_KEY("KOOBRIDGE_TENANT_API_KEY", Generator.Kind.TOKEN),
    /** By which tenant-sync-service writes into the directory. */
    DIRECTORY_TOKEN("KOOBRIDGE_DIRECTORY_TOKEN", Generator.Kind.TOKEN),
    /** Signs the cookies of those who log in. */
    LOGIN_COOKIE("KOOBRIDGE_LOGIN_COOKIE_SECRET", Generator.Kind.TOKEN),
    /** By which the product renews and ends sessions; tenant-sync-service is told its SHA-256 alone. */
    LOGIN_API_KEY("KOOBRIDGE_LOGIN_API_KEY", Generator.Kind.TOKEN);

    private final String variable;
    private final Optional<Generator.Kind> kind;
    private final Optional<Secret> shared;

    Secret(String variable, Generator.Kind kind) {
        this.variable = variable;
        this.kind = Optional.of(kind);
        this.shared = Optional.empty();
    }

    Secret(String variable, Secret shared) {
        this.variable = variable;
        this.kind = Optional.empty();
        this.shared = Optional.of(shared);
    }

    public String variable() {
        return variable;
    }

    /** How a new one is made; empty for one that only repeats another's value. */
    Optional<Generator.Kind> kind() {
        return kind;
    }

    /** Whose value this one has unless it is given a value of its own. */
    Optional<Secret> shared() {
        return shared;
    }
}
