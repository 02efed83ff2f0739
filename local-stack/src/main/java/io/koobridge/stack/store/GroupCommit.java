package io.koobridge.stack.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * One thread that makes everybody's changes durable together. A change touches several maps (the documents and each index),
 * so none is under way while the store takes its picture: a killed process never leaves an index entry without its document.
 */
final class GroupCommit implements AutoCloseable {

    /** Fuller chunks are left alone: rewriting them gains little, and a fifth of the store's time went there. The file is up to two and a half times what is in it. */
    private static final int FILL_RATE_PERCENT = 40;

    /** Everybody waits while pages are rewritten: some 35 ms for 512 KiB, 200 ms for 4 MiB. */
    private static final int REWRITE_BYTES = 128 << 10;

    private static final Duration COMPACTION = Duration.ofMillis(60);

    private final MVStore store;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread committer;
    /** What compacting stored, changes that came just before it included, is not on disk yet. The committer's alone. */
    private boolean unsynced;

    private long lastAsked;
    private long lastDurable;
    private boolean closed;

    GroupCommit(MVStore store) {
        this.store = store;
        this.committer = Thread.ofPlatform().name("group-commit").daemon().start(this::run);
    }

    /** Makes a change, which is durable after {@link #awaitDurable}. Changes run beside one another. */
    <T> T change(Supplier<T> change) {
        changes.readLock().lock();
        try {
            return change.get();
        } finally {
            changes.readLock().unlock();
        }
    }

    /** Returns when every change made before this call is on disk. */
    void awaitDurable() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The store is closing: this write may or may not be kept");
            }
            long mine = ++lastAsked;
            wanted.signal();
            while (lastDurable < mine) {
                done.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            long compactAt = System.nanoTime();
            for (long asked = awaitWork(); asked >= 0; asked = awaitWork()) {
                commit();
                announce(asked);
                if (System.nanoTime() - compactAt > 0) {
                    compact();
                    compactAt = System.nanoTime() + COMPACTION.toNanos();
                }
            }
        } catch (Throwable e) {
            // Without this thread no write would ever be answered: a dead process is restarted, a silent one is not.
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }

    /** The newest ask, which is an old one after a quiet while, or -1 at the end. */
    private long awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long patience = COMPACTION.toNanos();
            while (lastAsked == lastDurable && !closed && patience > 0) {
                patience = wanted.awaitNanos(patience);
            }
            return closed && lastAsked == lastDurable ? -1 : lastAsked;
        } finally {
            lock.unlock();
        }
    }

    private void commit() {
        changes.writeLock().lock();
        try {
            if (!store.hasUnsavedChanges() && !unsynced) {
                return;
            }
            store.commit();
        } finally {
            changes.writeLock().unlock();
        }
        store.sync();
        unsynced = false;
    }

    private void compact() {
        changes.writeLock().lock();
        try {
            if (store.compact(FILL_RATE_PERCENT, REWRITE_BYTES)) {
                store.commit();
                unsynced = true;
            }
        } finally {
            changes.writeLock().unlock();
        }
    }

    private void announce(long durable) {
        lock.lock();
        try {
            lastDurable = durable;
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the changes that are under way become durable; later ones are refused. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
