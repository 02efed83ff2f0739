package io.koobridge.stack.keys;

import java.util.Optional;
import java.util.function.Function;

/** A secret of the local installation: its variable's name, and how it is made or whose value it shares. */
public enum Secret {
    SELLER_ID("KOOBRIDGE_SELLER_ID", Generator::sellerId),
    SERVICE_TOKEN("KOOBRIDGE_SERVICE_TOKEN", Generator::token),
    KEY_BASE("KOOBRIDGE_KEY_BASE", Generator::token),
    KEY_V1("KOOBRIDGE_KEY_V1", Generator::token),
    KEY_KIT("KOOBRIDGE_KEY_KIT", Generator::token),
    KEY_LICENSE("KOOBRIDGE_KEY_LICENSE", Generator::token),
    KEY_LICENSE_V1("KOOBRIDGE_KEY_LICENSE_V1", KEY_LICENSE),
    KEY_LICENSE_KIT("KOOBRIDGE_KEY_LICENSE_KIT", KEY_KIT),
    KEY_LICENSE_CODE("KOOBRIDGE_KEY_LICENSE_CODE", Generator::token),
    KEY_GENERAL("KOOBRIDGE_KEY_GENERAL", Generator::token),
    OPEN_API_AK("KOOBRIDGE_OPEN_API_AK", Generator::accessKeyId),
    OPEN_API_SK("KOOBRIDGE_OPEN_API_SK", Generator::token),
    WEBHOOK_SECRET("KOOBRIDGE_WEBHOOK_SECRET", Generator::webhookSecret);

    private final String variable;
    private final Optional<Function<Generator, String>> making;
    private final Optional<Secret> shared;

    Secret(String variable, Function<Generator, String> making) {
        this.variable = variable;
        this.making = Optional.of(making);
        this.shared = Optional.empty();
    }

    Secret(String variable, Secret shared) {
        this.variable = variable;
        this.making = Optional.empty();
        this.shared = Optional.of(shared);
    }

    public String variable() {
        return variable;
    }

    /** How a new one is made; empty for one that only repeats another's value. */
    Optional<Function<Generator, String>> making() {
        return making;
    }

    /** Whose value this one has unless it is given a value of its own. */
    Optional<Secret> shared() {
        return shared;
    }
}
