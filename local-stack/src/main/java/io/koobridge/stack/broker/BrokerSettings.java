package io.koobridge.stack.broker;

import java.nio.file.Path;

/** The settings of a broker that has one machine to itself. */
final class BrokerSettings {

    private BrokerSettings() {}

    static String properties(int port, int controllerPort, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s

                # Each service makes its topics with the partition counts that never change again.
                auto.create.topics.enable=false
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0

                # After kill -9 the broker waits for its own former session to end.
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=400

                # A small footprint: many partitions, few records.
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(port, controllerPort, escaped(data));
    }

    /** As java.util.Properties reads it. */
    private static String escaped(Path path) {
        return path.toAbsolutePath().toString().replace("\\", "\\\\");
    }
}
