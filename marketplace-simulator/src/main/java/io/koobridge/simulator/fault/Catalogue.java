package io.koobridge.simulator.fault;

import java.util.List;
import java.util.stream.Stream;

/** Every fault there is, with the members it has when nothing is said. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Fault> all() {
        return Stream.<Fault>of(
                        new Duplicate(1),
                        new ConcurrentDuplicates(3),
                        new Reorder(6),
                        new ClockSkew(-120),
                        new SecondsTimestamp(),
                        new WrongKey(),
                        new BodyChanged(),
                        new ReplayedNonce(ReplayedNonce.Content.OTHER),
                        new RepeatedParameter("signature"),
                        new UpperCaseSignature(),
                        new LowerCaseSignature(),
                        new NotCanonical(),
                        new UnknownMembers(),
                        new UnknownActivity("explodeInstance"),
                        new NumbersForStrings(),
                        new SlowReader(SlowReader.Part.ANSWER, 2),
                        new CutConnection(CutConnection.At.BEFORE_ANSWER),
                        new BarePlus(),
                        new DoubleEncoded(DoubleEncoded.Signed.PLAIN),
                        new TamperedParameter(TamperedParameter.How.CHANGED),
                        new KeyWithoutTimestamp(),
                        new RepeatedName(),
                        new BrokenToken(BrokenToken.How.EMPTY),
                        new ExtraParameters(),
                        new UnreadableContact(),
                        new ShortTimestamp())
                .toList();
    }
}
