package io.koobridge.license.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Issuer;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.license.reconcile.Issuing;
import io.koobridge.license.reconcile.NoIssuer;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.finding.FindingBook;
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

    /** Who signs is a bean of its own, where there are keys. Chosen and not there, it is named; not chosen, its keys choose it. */
    @Bean
    Issuing issuing(
            IssuerProperties properties,
            LicenseServer server,
            ObjectProvider<Issuer> signed,
            FindingBook findings,
            StoredLicenses licenses) {
        var issuer =
                switch (properties.kind()) {
                    case HTTP -> server.issuer(requireNonNull(properties.http()), properties.secrets());
                    case SIGNED -> signed.getObject();
                    case null -> signed.getIfAvailable(() -> new NoIssuer(findings));
                };
        return new Issuing(issuer, licenses, findings);
    }

    /** What was missing when the service ran before may be there now. */
    @Bean
    StorePreparation issuerIsThere(Issuing issuing, FindingBook findings) {
        return _ -> issuing.kind() == null ? Mono.empty() : NoIssuer.nowThereIsOne(findings);
    }

    @Bean
    LicenseServer licenseServer(OutsideSystems systems, LedgerProperties ledger, Clock clock) {
        return new LicenseServer(systems, ledger, clock);
    }
}
