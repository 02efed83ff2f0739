package io.koobridge.license.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.license.reconcile.Issuing;
import io.koobridge.license.reconcile.LicenseFinding;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.StorePreparation;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.DefaultResourceLoader;
import reactor.core.publisher.Mono;

/** Who makes licences follows from what is configured, also when nobody says so. */
class ChosenIssuerTest {

    private static final String PREFIX = "koobridge.license.issuer.";

    private final RecordingFindings findings = new RecordingFindings();

    @ParameterizedTest
    @CsvSource({
        ",,,",
        ", keys,, SIGNED",
        ",, url, HTTP",
        ", keys, url, HTTP",
        "signed, keys,, SIGNED",
        "http, keys, url, HTTP",
        "http,, url, HTTP"
    })
    void whatIsConfiguredChooses(
            @Nullable String kind, @Nullable String keys, @Nullable String url, Issuer.@Nullable Kind chosen) {
        findings.open("issuer", LicenseFinding.NO_ISSUER, "of before").block();

        with(kind, keys, url).run(context -> {
            assertThat(context.getBean(Issuing.class).kind()).isEqualTo(chosen);
            context.getBean(StorePreparation.class).prepare(untouched()).block();
            assertThat(findings.open().isEmpty()).as("the finding is closed").isEqualTo(chosen != null);
        });
    }

    @Test
    void signedAndAnAddressContradictEachOther() {
        with("signed", "keys", "url").run(context -> assertThat(context.getStartupFailure())
                .hasStackTraceContaining("koobridge.license.issuer.kind is signed, but"));
    }

    private ApplicationContextRunner with(@Nullable String kind, @Nullable String keys, @Nullable String url) {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(IssuerConfiguration.class)
                .withBean(RecordingFindings.class, () -> findings)
                .withBean(StoredLicenses.class, Nothing::new)
                .withBean(OutsideSystems.class, Nobody::new)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(
                        LedgerProperties.class,
                        () -> new LedgerProperties(
                                Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofSeconds(60)));
        if (kind != null) {
            context = context.withPropertyValues(PREFIX + "kind=" + kind);
        }
        if (url != null) {
            context = context.withPropertyValues(
                    PREFIX + "http.url=https://licences.example.com/koobridge",
                    PREFIX + "http.secret=whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
        }
        return keys == null ? context : context.withBean(SignedLicenseIssuer.class, ChosenIssuerTest::signed);
    }

    private static MongoDatabase untouched() {
        return (MongoDatabase) Proxy.newProxyInstance(
                ChosenIssuerTest.class.getClassLoader(), new Class<?>[] {MongoDatabase.class}, (_, called, _) -> {
                    throw new AssertionError(called.getName());
                });
    }

    private static SignedLicenseIssuer signed() {
        var key = new SigningProperties.Key("k1", TestKeys.PRIVATE, null);
        return new SignedLicenseIssuer(
                new SellerId("seller-1"),
                SigningKeys.of(new SigningProperties(List.of(key)), new DefaultResourceLoader()));
    }

    private static final class Nothing implements StoredLicenses {

        @Override
        public Mono<LicenseFile> find(String licenseId) {
            return Mono.empty();
        }

        @Override
        public Mono<LicenseFile> keep(String licenseId, LicenseFile file) {
            return Mono.just(file);
        }
    }

    /** Nobody is called here. */
    private static final class Nobody implements OutsideSystems {

        @Override
        public OutsideSystem journaled(String system, OutsideLimits limits) {
            return unjournaled(system, limits);
        }

        @Override
        public OutsideSystem unjournaled(String system, OutsideLimits limits) {
            return new OutsideSystem() {
                @Override
                public <T> Mono<io.koobridge.runtime.outside.Answer<T>> ask(
                        String operation, String subject, Mono<T> call) {
                    return Mono.error(new AssertionError("nobody is called"));
                }
            };
        }
    }
}
