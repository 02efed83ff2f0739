package io.koobridge.tenant;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Enterprises that use the product: their applications, departments and users, the seller's directory, and login. */
@SpringBootApplication
public class TenantSyncService {

    public static void main(String[] args) {
        SpringApplication.run(TenantSyncService.class, args);
    }
}
