package io.koobridge.simulator.fault;

import io.koobridge.simulator.market.Edition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which calls a fault can be made on: V1 has no body, no nonce and no window, V2 and order notifications have no {@code authToken}. */
public final class Fits {
    private Fits() {}

    public static boolean v1(Fault fault) {
        return switch (fault) {
            case Fault.OfToken _, ExtraParameters _, UnreadableContact _, ShortTimestamp _ -> true;
            case WrongKey _, UnknownActivity _, Duplicate _, ConcurrentDuplicates _, Reorder _ -> true;
            case SlowReader slow -> slow.part() == SlowReader.Part.ANSWER;
            case CutConnection cut -> cut.at() == CutConnection.At.BEFORE_ANSWER;
            default -> false;
        };
    }

    public static boolean v2(Fault fault) {
        return switch (fault) {
            case Fault.OfToken _, ExtraParameters _, UnreadableContact _, ShortTimestamp _ -> false;
            default -> true;
        };
    }

    public static List<Edition> editions(Fault fault) {
        return Stream.of(Edition.values())
                .filter(edition -> edition == Edition.V1 ? v1(fault) : v2(fault))
                .toList();
    }

    public static void require(Edition edition, List<Fault> faults) {
        for (Fault fault : faults) {
            if (!(edition == Edition.V1 ? v1(fault) : v2(fault))) {
                throw new IllegalArgumentException(
                        fault.name() + ", as it is said, cannot be made on a call of " + edition);
            }
        }
    }

    /** An application is signed as V2's calls are, and follows no other (license §3.5). */
    public static void requireApplication(@Nullable Fault fault) {
        if (fault != null && (!v2(fault) || fault instanceof Reorder)) {
            throw new IllegalArgumentException(fault.name() + " cannot be made on an application for a licence");
        }
    }

    /** A notification is signed as V2's calls are; there is no later one that it could be delivered after. */
    public static void requireNotification(@Nullable Fault fault) {
        if (fault != null && (!v2(fault) || fault instanceof Reorder)) {
            throw new IllegalArgumentException(fault.name() + " cannot be made on an order notification");
        }
    }
}
