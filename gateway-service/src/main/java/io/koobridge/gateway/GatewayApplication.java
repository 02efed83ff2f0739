package io.koobridge.gateway;

import io.koobridge.gateway.config.GatewayProperties;
import io.koobridge.gateway.config.SealingProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Answers KooGallery. */
@SpringBootApplication
@EnableConfigurationProperties({GatewayProperties.class, SealingProperties.class})
public class GatewayApplication {

    /** Nothing here blocks an event loop, so more of them than processors, which is Reactor Netty's choice, only wake each other. */
    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    public static void main(String[] args) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
        SpringApplication.run(GatewayApplication.class, args);
    }
}
