package io.koobridge.service.config;

import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Lets a binding that finds no broker or no topic give up at once: it is tried again a moment later from another thread
 * ({@code spring.cloud.stream.binding-retry-interval}). By default the binder asks eleven times, a minute each, on the
 * thread that starts the service.
 */
final class QuickBindings implements DefaultBinderFactory.Listener {

    @Override
    public void afterBinderContextInitialized(String name, ConfigurableApplicationContext binder) {
        binder.getBean(KafkaTopicProvisioner.class)
                .setMetadataRetryOperations(
                        new RetryTemplate(RetryPolicy.builder().maxRetries(0).build()));
    }
}
