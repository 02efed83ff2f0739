package io.koobridge.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A real Kafka broker. {@link #shared()} is one broker for the whole JVM, started at first use and closed when the JVM ends;
 * tests keep apart by their topics' or consumer groups' names. Topics are not created by use, as in production.
 *
 * <p>Which broker it is: the one that {@code KOOBRIDGE_KAFKA} names; else, under {@code -Dkoobridge.containers=true} with a
 * container engine, one in a container; else one inside this JVM.
 */
public final class TestBroker implements AutoCloseable {

    private final RunningServer server;

    private TestBroker(RunningServer server) {
        this.server = server;
    }

    /** The broker of this JVM. Nobody closes it: the JVM does. */
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /** A broker of the caller's own, for tests that take it away. Its records end with it. */
    public static TestBroker startInProcess() {
        return new TestBroker(BrokerServers.inProcess());
    }

    /** What {@code bootstrap.servers} takes. */
    public String bootstrapServers() {
        return server.address();
    }

    /** Creates a topic and returns when the broker has it. */
    public void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The test broker did not create the topic " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topic " + name + " was created", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Shared {
        static final TestBroker BROKER = new TestBroker(RunningServer.closedWithTheJvm(BrokerServers.chosen()));
    }
}
