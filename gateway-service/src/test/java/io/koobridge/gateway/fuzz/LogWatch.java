package io.koobridge.gateway.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Listens for what a caller must not be able to put into the log: errors, stack traces, its own text. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int MOST = 20;
    private static final List<String> LOGGERS = List.of("io.koobridge.gateway", "reactor");

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    static LogWatch begun() {
        var watch = new LogWatch();
        watch.start();
        LOGGERS.forEach(name -> logger(name).addAppender(watch));
        return watch;
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean loud = event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null;
        boolean talkative =
                event.getLevel().isGreaterOrEqual(Level.INFO) && said(event).contains(Corpus.CANARY);
        if ((loud || talkative) && complaints.size() < MOST) {
            var thrown = event.getThrowableProxy() == null
                    ? ""
                    : " " + event.getThrowableProxy().getMessage();
            complaints.add("%s %s%s".formatted(event.getLevel(), said(event), thrown));
        }
    }

    List<String> complaints() {
        return complaints;
    }

    /** The id of an instance is what operators need; everything else of a call is none of the log's business. */
    private static String said(ILoggingEvent event) {
        var said = new StringBuilder(event.getFormattedMessage());
        Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of()).stream()
                .filter(pair -> !pair.key.equals("instanceId"))
                .forEach(pair -> said.append(' ').append(pair));
        return said.toString();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Override
    public void close() {
        LOGGERS.forEach(name -> logger(name).detachAppender(this));
        stop();
    }
}
