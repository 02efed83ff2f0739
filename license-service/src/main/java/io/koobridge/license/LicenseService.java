package io.koobridge.license;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Licences and authorization codes, from the application to the last day of use. */
@SpringBootApplication
public class LicenseService {

    public static void main(String[] args) {
        SpringApplication.run(LicenseService.class, args);
    }
}
