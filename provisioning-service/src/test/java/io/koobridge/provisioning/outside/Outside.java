package io.koobridge.provisioning.outside;

import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;

/** The real wrapper of outside calls, with a journal and metrics to look at. */
final class Outside implements AutoCloseable {

    final RecordingJournal journal = new RecordingJournal();
    private final GenericApplicationContext context = new GenericApplicationContext();

    Outside() {
        context.registerBean(Journal.class, () -> journal);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ServiceName.class, () -> new ServiceName("test"));
        context.registerBean(Spans.class, Spans::unrecorded);
        new AnnotatedBeanDefinitionReader(context).register(autoConfiguration());
        context.refresh();
    }

    OutsideSystems systems() {
        return context.getBean(OutsideSystems.class);
    }

    private static Class<?> autoConfiguration() {
        try {
            return Class.forName("io.koobridge.runtime.outside.OutsideAutoConfiguration");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
