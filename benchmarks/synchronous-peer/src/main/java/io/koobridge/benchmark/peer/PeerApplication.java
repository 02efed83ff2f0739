package io.koobridge.benchmark.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Delivers purchases as sellers' code does today, after KooGallery's guide: in one process, one call after the other per thread. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PeerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PeerApplication.class, arguments);
    }
}
