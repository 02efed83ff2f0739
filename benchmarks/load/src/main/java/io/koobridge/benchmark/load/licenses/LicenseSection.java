package io.koobridge.benchmark.load.licenses;

import io.koobridge.benchmark.load.licenses.LicenseFindings.Compared;
import io.koobridge.benchmark.load.licenses.LicenseService.Issuer;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Readings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Applications for licences: answered while each licence takes half a minute to make, and worked off when it takes no time. */
public final class LicenseSection implements Section {

    static final Load.Rate LOW = new Load.Rate(100);
    static final Load.Rate HIGH = new Load.Rate(500);
    static final List<Load.Rate> LOADS = List.of(LOW, HIGH);

    /** Above what has to be drained, and below what would keep the machine from draining anything. */
    static final Load.Rate DRAINED = new Load.Rate(200);

    /** A licence takes twenty milliseconds of two processors: after one warm-up of the others most of them were compiling still. */
    private static final int UNTIL_COMPILED = 3;

    /** What a licence takes at the licence server, as the bar says it. */
    private static final Duration SLOW = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "licenses";
    }

    @Override
    public String title() {
        return "Licences";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        try (var server = new SlowLicenseServer(SLOW);
                var marketplace = new UploadDesk();
                var stack = LicenseStack.start(lab, lab.directory(this), marketplace.url())) {
            // In this order, for nothing is left of licences that are made at once.
            var drained = drained(stack, marketplace, lab);
            var answered = answered(stack, server, lab);
            return new LicenseFindings(
                            new Compared(
                                    stack.applying().target(), stack.buying().target()),
                            new Readings(answered),
                            drained)
                    .results();
        }
    }

    private static List<Drained> drained(LicenseStack stack, UploadDesk marketplace, Lab lab)
            throws InterruptedException {
        var plan = lab.plan();
        var all = new ArrayList<Drained>();
        stack.issueBy(new Issuer.Signed());
        stack.sell();
        stack.applyUntilTaken();
        Driver.Aftermath uploaded = () -> stack.await(marketplace::licensed, "licences that were uploaded");
        lab.progress().say("  warming up: signed licences");
        stack.warmUp(plan.warmUp().multipliedBy(UNTIL_COMPILED));
        uploaded.await();
        for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
            stack.applyUntilTaken();
            uploaded.await();
            long begin = System.nanoTime();
            var reading = stack.applying().read(DRAINED, plan, repetition, uploaded);
            var drained = new Drained(reading, Duration.ofNanos(System.nanoTime() - begin));
            lab.progress().say("  %d: %.0f signed licences/s".formatted(repetition, drained.perSecond()));
            all.add(drained);
        }
        return all;
    }

    /** Each run begins when the licence server has heard of all that were accepted in the one before, and works on them. */
    private static List<Reading> answered(LicenseStack stack, SlowLicenseServer server, Lab lab)
            throws InterruptedException {
        var plan = lab.plan();
        var readings = new ArrayList<Reading>();
        long before = stack.accepted();
        stack.issueBy(new Issuer.Server(server.url()));
        stack.applyUntilTaken();
        Driver.Aftermath ordered = () -> stack.await(() -> before + server.ordered(), "with the licence server");
        lab.progress().say("  warming up: slow licences");
        stack.buying().warmUp(HIGH, plan, plan.warmUp().dividedBy(2));
        stack.warmUp(plan.warmUp());
        ordered.await();
        for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
            for (var load : LOADS) {
                var purchases = stack.buying().read(load, plan, repetition);
                stack.applyUntilTaken();
                ordered.await();
                var applications = stack.applying().read(load, plan, repetition, ordered);
                lab.progress()
                        .say("  %d, %s: p99 %.1f ms, newInstance %.1f ms"
                                .formatted(
                                        repetition,
                                        load.label(),
                                        applications.outcome().milliseconds(99),
                                        purchases.outcome().milliseconds(99)));
                readings.addAll(List.of(purchases, applications));
            }
        }
        return readings;
    }
}
