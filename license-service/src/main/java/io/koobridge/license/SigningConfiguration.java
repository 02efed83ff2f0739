package io.koobridge.license;

import io.koobridge.license.outside.SignedLicenseIssuer;
import io.koobridge.license.outside.SigningKeys;
import io.koobridge.license.outside.SigningProperties;
import io.koobridge.license.web.KeySetRoute;
import io.koobridge.runtime.identity.SellerId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Licences that KooBridge signs itself, where there are keys for it. They are published also when another issuer makes new licences. */
@Configuration(proxyBeanMethods = false)
@Conditional(SigningWanted.class)
@EnableConfigurationProperties(SigningProperties.class)
class SigningConfiguration {

    @Bean
    SigningKeys signingKeys(SigningProperties properties, ResourceLoader locations) {
        return SigningKeys.of(properties, locations);
    }

    @Bean
    SignedLicenseIssuer signedLicenseIssuer(SellerId seller, SigningKeys keys) {
        return new SignedLicenseIssuer(seller, keys);
    }

    @Bean
    RouterFunction<ServerResponse> keySetRoutes(SigningKeys keys) {
        return new KeySetRoute(keys).open();
    }
}
