package io.koobridge.simulator.playing;

import io.koobridge.simulator.fault.BarePlus;
import io.koobridge.simulator.fault.BodyChanged;
import io.koobridge.simulator.fault.BrokenToken;
import io.koobridge.simulator.fault.ClockSkew;
import io.koobridge.simulator.fault.ConcurrentDuplicates;
import io.koobridge.simulator.fault.CutConnection;
import io.koobridge.simulator.fault.DoubleEncoded;
import io.koobridge.simulator.fault.Duplicate;
import io.koobridge.simulator.fault.ExtraParameters;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.KeyWithoutTimestamp;
import io.koobridge.simulator.fault.LowerCaseSignature;
import io.koobridge.simulator.fault.NotCanonical;
import io.koobridge.simulator.fault.NumbersForStrings;
import io.koobridge.simulator.fault.RepeatedName;
import io.koobridge.simulator.fault.RepeatedParameter;
import io.koobridge.simulator.fault.ReplayedNonce;
import io.koobridge.simulator.fault.SecondsTimestamp;
import io.koobridge.simulator.fault.ShortTimestamp;
import io.koobridge.simulator.fault.SlowReader;
import io.koobridge.simulator.fault.TamperedParameter;
import io.koobridge.simulator.fault.UnknownActivity;
import io.koobridge.simulator.fault.UnknownMembers;
import io.koobridge.simulator.fault.UnreadableContact;
import io.koobridge.simulator.fault.WrongKey;
import java.util.List;
import java.util.random.RandomGenerator;

/** What may go wrong with one call of a script. */
final class ChaosFaults {
    private ChaosFaults() {}

    /** Skewed clocks are always refused ones: an accepted one would let later honest calls be the older ones. */
    static List<Fault> v2(RandomGenerator random) {
        return List.of(
                new Duplicate(1 + random.nextInt(3)),
                new ConcurrentDuplicates(1 + random.nextInt(4)),
                new ClockSkew(random.nextBoolean() ? 120 : -120),
                new SecondsTimestamp(),
                new WrongKey(),
                new BodyChanged(),
                new ReplayedNonce(ReplayedNonce.Content.OTHER),
                new ReplayedNonce(ReplayedNonce.Content.SAME),
                new RepeatedParameter("nonce"),
                new LowerCaseSignature(),
                new NotCanonical(),
                new UnknownMembers(),
                new UnknownActivity("explodeInstance"),
                new NumbersForStrings(),
                new SlowReader(SlowReader.Part.ANSWER, 1),
                new SlowReader(SlowReader.Part.BODY, 1),
                new CutConnection(CutConnection.At.BEFORE_ANSWER),
                new CutConnection(CutConnection.At.IN_BODY));
    }

    /** A GET has no body, an {@code authToken} no nonce and no window (saas-v1 §7.1). */
    static List<Fault> v1(RandomGenerator random) {
        return List.of(
                new Duplicate(1 + random.nextInt(3)),
                new ConcurrentDuplicates(1 + random.nextInt(4)),
                new WrongKey(),
                new BrokenToken(any(BrokenToken.How.values(), random)),
                new TamperedParameter(any(TamperedParameter.How.values(), random)),
                new KeyWithoutTimestamp(),
                new RepeatedName(),
                new UnknownActivity("explodeInstance"),
                new ShortTimestamp(),
                new BarePlus(),
                new DoubleEncoded(any(DoubleEncoded.Signed.values(), random)),
                new ExtraParameters(),
                new UnreadableContact(),
                new SlowReader(SlowReader.Part.ANSWER, 1),
                new CutConnection(CutConnection.At.BEFORE_ANSWER));
    }

    private static <T> T any(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
