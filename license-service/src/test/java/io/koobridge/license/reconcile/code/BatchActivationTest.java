package io.koobridge.license.reconcile.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.code.Standing;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchActivationTest {

    private final CodeBench bench = new CodeBench(true);

    @Test
    void whoeverWaitsIsTakenAlong() {
        var codes = wished(30);

        bench.work();

        assertThat(bench.market.calls.getFirst()).isEqualTo("activate 30");
        assertThat(bench.market.calls)
                .filteredOn(call -> call.startsWith("activate"))
                .hasSize(1);
        assertThat(codes).allSatisfy(code -> {
            assertThat(bench.standing(code)).isEqualTo(Standing.ACTIVE);
            assertThat(bench.state(code).sighting()).as("looked up").isNotNull();
            assertThat(bench.entry(code).unsettled()).isEmpty();
        });
    }

    @Test
    void aCallTakesAHundred() {
        var codes = wished(130);

        bench.work();

        assertThat(bench.market.calls)
                .filteredOn(call -> call.startsWith("activate"))
                .containsExactly("activate 100", "activate 30");
        assertThat(codes).allSatisfy(code -> assertThat(bench.standing(code)).isEqualTo(Standing.ACTIVE));
    }

    @Test
    void oneThatIsInvalidHasEachGoAloneAndLearnItsOwn() {
        var codes = wished(3);
        bench.market.codes.remove("PL1");
        bench.market.codes.put("PL2", "HIDDEN");

        bench.work();

        assertThat(codes.stream().map(bench::standing))
                .containsExactly(Standing.ACTIVE, Standing.UNKNOWN, Standing.NOT_ACTIVATED);
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void afterALostAnswerEachFindsWhatItIs() {
        var codes = wished(3);
        bench.market.losesAnswers = true;
        bench.work();
        bench.market.losesAnswers = false;

        bench.later(Duration.ofMinutes(5));

        assertThat(codes).allSatisfy(code -> assertThat(bench.standing(code)).isEqualTo(Standing.ACTIVE));
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void whileNobodyIsThereNobodyIsAskedAlone() {
        wished(3);
        bench.market.away = true;

        bench.work();

        assertThat(bench.market.calls).allSatisfy(call -> assertThat(call).isEqualTo("activate 3"));
        bench.market.away = false;
        bench.later(Duration.ofMinutes(5));
        assertThat(bench.standing("PL0")).isEqualTo(Standing.ACTIVE);
    }

    private List<String> wished(int codes) {
        var all = IntStream.range(0, codes).mapToObj(i -> "PL" + i).toList();
        all.forEach(code -> {
            bench.market.sells(code);
            bench.activate(code);
        });
        return all;
    }
}
