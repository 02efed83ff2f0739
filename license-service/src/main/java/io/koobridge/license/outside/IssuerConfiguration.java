package io.koobridge.license.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Issuer;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.license.reconcile.Issuing;
import io.koobridge.license.reconcile.NoIssuer;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Who makes licences, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerProperties.class)
class IssuerConfiguration {

    @Bean
    WebhookSecrets licenseServerSecrets(IssuerProperties properties) {
        return properties.secrets();
    }

    /** The other issuers are beans of their own: whoever is chosen and not there is named. */
    @Bean
    Issuing issuing(
            IssuerProperties properties,
            LicenseServer server,
            ObjectProvider<Issuer> signed,
            Findings findings,
            StoredLicenses licenses) {
        return new Issuing(
                switch (properties.kind()) {
                    case HTTP -> server.issuer(requireNonNull(properties.http()), properties.secrets());
                    case SIGNED -> signed.getObject();
                    case null -> new NoIssuer(findings);
                },
                licenses);
    }

    /** What was missing when the service ran before may be there now. */
    @Bean
    StorePreparation issuerIsThere(IssuerProperties properties, Findings findings) {
        return _ -> properties.kind() == null ? Mono.empty() : NoIssuer.nowThereIsOne(findings);
    }

    @Bean
    LicenseServer licenseServer(OutsideSystems systems, LedgerProperties ledger, Clock clock) {
        return new LicenseServer(systems, ledger, clock);
    }
}
