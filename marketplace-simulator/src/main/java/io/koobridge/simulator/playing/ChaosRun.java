package io.koobridge.simulator.playing;

import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.openapi.ApiFault;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import io.koobridge.simulator.openapi.ApiName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: plays all purchases at once, then heals them. */
final class ChaosRun {
    private static final Logger log = LoggerFactory.getLogger(ChaosRun.class);
    private static final Duration HEALING_AT_MOST = Duration.ofMinutes(10);
    private static final List<ApiFault> OF_ORDER_QUERIES = List.of(
            new ApiFault.ResultCode("MKT.0999", 500),
            new ApiFault.ResultCode("MKT.0250", 406),
            new ApiFault.GatewayError("APIGW.0201", 502),
            new ApiFault.HttpStatus(503),
            new ApiFault.Hang(3),
            new ApiFault.Cut(),
            new ApiFault.Garbage());
    /** Those after which the same licence comes again; what stops an upload for good, no chaos would heal. */
    private static final List<ApiFault> OF_UPLOADS = List.of(
            new ApiFault.ResultCode("CBC.0999", 500),
            new ApiFault.ResultCode("91381036", 200),
            new ApiFault.Cut(),
            new ApiFault.LostAnswer());

    final Plan plan;
    final ChaosTally tally = new ChaosTally();
    final List<String> orderIds;
    private final List<ChaosScript> scripts;
    private final ChaosPlayer player;
    private final ApiFaultBoard faults;
    private final ChaosTime time;
    private volatile State state = State.RUNNING;

    record Plan(long seed, int seconds, int purchases, List<Edition> editions, boolean openApiFaults) {}

    enum State {
        RUNNING,
        HEALING,
        DONE,
        UNHEALED
    }

    ChaosRun(Plan plan, Function<ChaosTally, ChaosPlayer> players, ApiFaultBoard faults) {
        this.plan = plan;
        this.player = players.apply(tally);
        this.faults = faults;
        this.time = new ChaosTime(Duration.ofSeconds(plan.seconds()));
        List<String> bought = new ArrayList<>();
        List<ChaosScript> playing = new ArrayList<>();
        for (int i = 0; i < plan.purchases(); i++) {
            ChaosScript script = new ChaosScript(plan.seed(), i, plan.editions());
            for (String orderId : player.buy(script)) {
                bought.add(orderId);
                playing.add(script);
            }
        }
        this.orderIds = List.copyOf(bought);
        this.scripts = List.copyOf(playing);
    }

    State state() {
        return state;
    }

    long secondsLeft() {
        return time.secondsLeft();
    }

    void end() {
        time.endNow();
    }

    boolean isOver() {
        return state == State.DONE || state == State.UNHEALED;
    }

    /** Blocks until it is over. */
    void play() {
        boolean well = all((orderId, script) -> player.play(orderId, script, time), plan.openApiFaults());
        state = State.HEALING;
        faults.of(ApiName.ORDER_QUERY).clear();
        faults.of(ApiName.UPLOAD).clear();
        ChaosTime healing = new ChaosTime(HEALING_AT_MOST);
        boolean healed = all((orderId, script) -> player.settle(orderId, healing), false);
        state = well && healed && !healing.isOver() ? State.DONE : State.UNHEALED;
    }

    private interface Part {
        void play(String orderId, ChaosScript script) throws InterruptedException;
    }

    /** Whether nothing unexpected happened. */
    private boolean all(Part part, boolean withOpenApi) {
        List<Callable<Boolean>> parts = new ArrayList<>();
        for (int i = 0; i < orderIds.size(); i++) {
            String orderId = orderIds.get(i);
            ChaosScript script = scripts.get(i);
            parts.add(() -> {
                part.play(orderId, script);
                return true;
            });
        }
        if (withOpenApi) {
            parts.add(this::disturbOpenApi);
        }
        boolean well = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var made : threads.invokeAll(parts)) {
                try {
                    well &= made.get();
                } catch (ExecutionException e) {
                    log.atError().setCause(e.getCause()).log("a purchase of the chaos run broke off");
                    well = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return well;
    }

    private boolean disturbOpenApi() throws InterruptedException {
        RandomGenerator random = new Random(plan.seed());
        while (!time.isOver()) {
            arm(ApiName.ORDER_QUERY, OF_ORDER_QUERIES, 1 + random.nextInt(3), random);
            arm(ApiName.UPLOAD, OF_UPLOADS, 1, random);
            Thread.sleep(time.left(Duration.ofSeconds(1 + random.nextInt(4))));
        }
        return true;
    }

    private void arm(ApiName api, List<ApiFault> all, int calls, RandomGenerator random) {
        ApiFault fault = all.get(random.nextInt(all.size()));
        faults.of(api).arm(fault, calls);
        tally.openApiFault(api + " " + fault.name());
    }
}
