package io.koobridge.benchmark.load.ledger;

import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.benchmark.load.ledger.FactRounds.Round;
import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** How fast the ledger takes facts, beside how fast its store takes single writes. */
public final class ApplySection implements Section {

    /** Below the longest call that provisioning waits for. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private static final int FACTS = 4_000;
    private static final int FACTS_QUICK = 200;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String title() {
        return "Facts applied to the ledger";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        var processes = new Processes(lab.root(), lab.directory(this));
        int broker = FreePort.next();
        int store = FreePort.next();
        try (var marketplace = new Marketplace(SLOW);
                var children = new Children(processes.home(), lab.progress())) {
            var token = new AccessKey("benchmark", "an-invented-token-of-32-chars-ok", null);
            var service = Provisioning.on(new Surroundings(broker, store, marketplace.url(), token));
            children.start(List.of(processes.broker(broker), processes.store(store)));
            children.start(List.of(service.process(processes)));
            long pid = children.pid(Provisioning.NAME);
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + store);
                    var feed = new FactFeed(broker);
                    var meters = new Meters(service.internalPort())) {
                var ledger = new LedgerView(client.getDatabase(Provisioning.DATABASE));
                var baseline =
                        new SingleWrites(client.getDatabase("benchmark").getCollection("writes", BsonDocument.class));
                return ApplyReport.of(
                        measured(new FactRounds(feed, meters, baseline, new FactRounds.Service(pid, ledger)), lab));
            }
        }
    }

    private static List<Round> measured(FactRounds rounds, Lab lab) throws InterruptedException {
        var plan = lab.plan();
        int facts = plan.quick() ? FACTS_QUICK : FACTS;
        rounds.open();
        warmUp(rounds, plan, facts);
        var measured = new ArrayList<Round>();
        for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
            var round = rounds.round(facts);
            lab.progress()
                    .say("  %d: %.0f inserts/s, %.0f purchases/s, %.0f freezes/s"
                            .formatted(
                                    repetition,
                                    round.inserts(),
                                    round.purchases().facts(),
                                    round.freezes().facts()));
            measured.add(round);
        }
        return measured;
    }

    private static void warmUp(FactRounds rounds, Plan plan, int facts) throws InterruptedException {
        long end = System.nanoTime() + plan.warmUp().toNanos();
        do {
            rounds.round(facts);
        } while (System.nanoTime() < end);
    }
}
