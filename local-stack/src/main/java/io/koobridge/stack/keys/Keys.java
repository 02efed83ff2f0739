package io.koobridge.stack.keys;

import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.SealingFiles.Purpose;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The secrets of one run: made at the first start, kept in {@code keys.properties} (mode 600), and for this run overridden by
 * variables of the same names.
 */
public final class Keys {

    private final Map<Secret, String> values;
    private final Pairs pairs;
    private final Map<Purpose, SealingFiles> sealing;

    private Keys(Map<Secret, String> values, Pairs pairs, Map<Purpose, SealingFiles> sealing) {
        this.values = values;
        this.pairs = pairs;
        this.sealing = sealing;
    }

    /** Each for one end. */
    private record Pairs(RsaKeyFiles rsa, LicenseKeyFiles license, LoginKeyFiles login) {}

    public static Keys load(Path home, Settings settings) {
        var generator = new Generator(new SecureRandom());
        var kept = keptOrMade(new EnvFile(home.resolve("keys.properties")), generator);
        var values = new EnumMap<Secret, String>(Secret.class);
        for (Secret secret : Secret.values()) {
            values.put(secret, settings.get(secret.variable()).orElseGet(() -> secret.shared()
                    .map(values::get)
                    .orElseGet(() -> Objects.requireNonNull(kept.get(secret.variable())))));
        }
        var sealing = new EnumMap<Purpose, SealingFiles>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            sealing.put(purpose, SealingFiles.in(home, purpose));
        }
        return new Keys(
                values,
                new Pairs(
                        RsaKeyFiles.in(home, settings, generator),
                        LicenseKeyFiles.in(home, settings, generator),
                        LoginKeyFiles.in(home, generator)),
                sealing);
    }

    private static Map<String, String> keptOrMade(EnvFile file, Generator generator) {
        var kept = new LinkedHashMap<>(file.read());
        boolean changed = false;
        for (Secret secret : Secret.values()) {
            if (secret.kind().isPresent() && !kept.containsKey(secret.variable())) {
                kept.put(secret.variable(), generator.make(secret.kind().get()));
                changed = true;
            }
        }
        if (changed) {
            file.write(kept);
        }
        return kept;
    }

    public String value(Secret secret) {
        return Objects.requireNonNull(values.get(secret));
    }

    public SealingFiles sealing(Purpose purpose) {
        return Objects.requireNonNull(sealing.get(purpose));
    }

    public RsaKeyFiles rsa() {
        return pairs.rsa();
    }

    public LicenseKeyFiles license() {
        return pairs.license();
    }

    public LoginKeyFiles login() {
        return pairs.login();
    }
}
