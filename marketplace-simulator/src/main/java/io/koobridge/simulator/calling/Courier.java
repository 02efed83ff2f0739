package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.ConcurrentDuplicates;
import io.koobridge.simulator.fault.Duplicate;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.fault.ReplayedNonce;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Attempt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one attempt: one when all is well, more where the fault says so. Blocks until all are answered. */
final class Courier {
    private final Letters letters;
    private final Caller caller;

    Courier(Letters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** The first is the attempt itself. */
    List<Attempt> call(Errand errand, Kind kind, @Nullable Fault fault) {
        return switch (fault) {
            case Duplicate duplicate -> oneAfterTheOther(errand, kind, duplicate);
            case ConcurrentDuplicates together -> atOnce(errand, kind, together);
            case ReplayedNonce replayed -> replayed(errand, kind, replayed);
            case null, default -> List.of(caller.deliver(errand, () -> written(errand, fault), kind, fault));
        };
    }

    /** To be delivered later. */
    Sealed seal(Errand errand) {
        return written(errand, null);
    }

    List<Attempt> deliverLate(Errand errand, Sealed sealed, Reorder reorder) {
        return List.of(caller.deliver(errand, () -> sealed, Kind.SCHEDULED, reorder));
    }

    private Sealed written(Errand errand, @Nullable Fault fault) {
        Errand.Said said = errand.said();
        return new Sealed(letters.write(errand.channel(), said.members(), fault), said.businessId());
    }

    private List<Attempt> oneAfterTheOther(Errand errand, Kind kind, Duplicate fault) {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(caller.deliver(errand, () -> written(errand, null), kind, fault));
        for (int i = 0; i < fault.count(); i++) {
            attempts.add(caller.deliver(errand, () -> written(errand, null), Kind.DUPLICATE, fault));
        }
        return List.copyOf(attempts);
    }

    private List<Attempt> atOnce(Errand errand, Kind kind, ConcurrentDuplicates fault) {
        List<Callable<Attempt>> calls = new ArrayList<>();
        for (int i = 0; i <= fault.count(); i++) {
            Kind each = i == 0 ? kind : Kind.DUPLICATE;
            calls.add(() -> caller.deliver(errand, () -> written(errand, null), each, fault));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> made : together.invokeAll(calls)) {
                attempts.add(made.get());
            }
            return List.copyOf(attempts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were under way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Attempt> replayed(Errand errand, Kind kind, ReplayedNonce fault) {
        AtomicReference<Sealed> sent = new AtomicReference<>();
        Attempt honest = caller.deliver(
                errand,
                () -> {
                    Sealed sealed = written(errand, null);
                    sent.set(sealed);
                    return sealed;
                },
                kind,
                null);
        Sealed first = Objects.requireNonNull(sent.get());
        return fault.content() == ReplayedNonce.Content.SAME
                ? List.of(honest, caller.deliver(errand, () -> first, Kind.DUPLICATE, fault))
                : List.of(honest, caller.deliver(errand, () -> withNonceOf(first, errand), Kind.FAULTED, fault));
    }

    private Sealed withNonceOf(Sealed first, Errand errand) {
        Errand.Said other = errand.said();
        return new Sealed(letters.writeWithNonceOf(first.letter(), other.members()), other.businessId());
    }
}
