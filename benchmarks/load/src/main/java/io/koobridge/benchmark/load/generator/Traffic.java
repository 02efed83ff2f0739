package io.koobridge.benchmark.load.generator;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings calls onto connections and answers to the run. Lives on the client's one thread. */
final class Traffic implements Connection.Listener {

    private record Waiting(int index, long intendedStart) {}

    private final Consumer<Connection> connector;
    private final Expectation expectation;
    private final Runnable whenConnected;
    // The connection used last comes first: a few are busy, the others rest.
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable Run run;
    private boolean closing;

    Traffic(Consumer<Connection> connector, Expectation expectation, Runnable whenConnected) {
        this.connector = connector;
        this.expectation = expectation;
        this.whenConnected = whenConnected;
    }

    void open(int connections) {
        for (int count = 0; count < connections; count++) {
            connector.accept(new Connection(this));
        }
    }

    /** From now on no connection is replaced. */
    void close() {
        closing = true;
    }

    void begin(Run next) {
        run = next;
        waiting.clear();
    }

    /** Has this many calls in flight from now on, until the run has no more. */
    void fill(int inFlight) {
        for (int count = 0; count < inFlight; count++) {
            refill();
        }
    }

    /** A call of the current run: on a connection that rests, or on the first one that does. */
    void call(int index, long intendedStart) {
        Connection connection = idle.pollFirst();
        if (connection == null) {
            waiting.addLast(new Waiting(index, intendedStart));
        } else {
            send(connection, index, intendedStart);
        }
    }

    private void send(Connection connection, int index, long intendedStart) {
        if (run != null) {
            connection.send(run.calls(), index, intendedStart);
        }
    }

    @Override
    public void connected(Connection connection) {
        whenConnected.run();
        free(connection);
    }

    @Override
    public void lost(Connection connection) {
        idle.remove(connection);
        if (!closing) {
            connector.accept(new Connection(this));
        }
    }

    @Override
    public void answered(Connection connection, Connection.Answer answer, int index, long intendedStart) {
        long now = System.nanoTime();
        if (run != null) {
            var tally = run.tally();
            expectation
                    .objection(index, answer.status(), answer.signed(), answer.body())
                    .ifPresentOrElse(tally::wrong, () -> tally.right(intendedStart, now));
        }
        if (!answer.last()) {
            free(connection);
        }
        goOn();
    }

    @Override
    public void failed(String why) {
        if (run != null) {
            run.tally().wrong(why);
        }
        goOn();
    }

    private void free(Connection connection) {
        Waiting first = waiting.pollFirst();
        if (first == null) {
            idle.addFirst(connection);
        } else {
            send(connection, first.index(), first.intendedStart());
        }
    }

    private void goOn() {
        refill();
        if (run != null) {
            run.endIfOver(System.nanoTime());
        }
    }

    private void refill() {
        if (run != null) {
            long now = System.nanoTime();
            int next = run.next(now);
            if (next != Run.NONE) {
                call(next, now);
            }
        }
    }
}
