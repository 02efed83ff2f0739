package io.koobridge.license;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.KnownInstanceRules;
import io.koobridge.license.ledger.KnownInstanceShape;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.license.reconcile.KnownInstanceWorker;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.ledger.MongoLedgerStore;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The ledger of instances whose licences are issued here; provisioning's states are its facts. */
@Configuration(proxyBeanMethods = false)
class KnownInstancesConfiguration {

    private static final String LEDGER = "instances";

    @Bean
    RequiredTopics knownInstanceTopics() {
        return RequiredTopics.of(Topics.INSTANCE_STATES, Topics.INSTANCE_STATES.deadLetters(), Topics.JOURNAL);
    }

    /** For those who only read, and who would otherwise need what needs them. */
    @Bean
    KnownInstances knownInstanceReader(MongoDatabase ledgerDatabase) {
        return new KnownInstances(
                new MongoLedgerStore<>(LedgerModule.collection(ledgerDatabase, LEDGER), KnownInstance.class));
    }

    @Bean
    LedgerModule<InstanceSnapshot, KnownInstance> knownInstanceLedger(ServiceTools tools, LicenseBook licenses) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER,
                        new KnownInstanceShape(),
                        EventFamily.INSTANCE_STATES,
                        new KnownInstanceRules(),
                        new KnownInstanceWorker(licenses),
                        // Provisioning has told the world.
                        (_, _) -> {}),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> knownInstances(LedgerModule<InstanceSnapshot, KnownInstance> knownInstanceLedger) {
        return knownInstanceLedger.facts();
    }
}
