package io.koobridge.provisioning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Every marketplace instance, SaaS and License, from its order to its tombstone. */
@SpringBootApplication
public class ProvisioningService {

    public static void main(String[] args) {
        SpringApplication.run(ProvisioningService.class, args);
    }
}
