package io.koobridge.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    /** A dozen of some twelve thousand, drawn blindly, would have two of a kind in one start of 200. */
    @Test
    void nobodyIsHandedThePortOfSomebodyWhoDoesNotListenYet() {
        assertThat(IntStream.range(0, 2_000).map(_ -> FreePort.next()).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void norOneThatIsSetForSomebodyElse() {
        int set = FreePort.next();
        var others = IntStream.range(20_000, 32_000)
                .filter(port -> port % 10 != set % 10)
                .boxed()
                .toList();

        assertThat(IntStream.range(0, 20).map(_ -> FreePort.nextBeside(others)))
                .allMatch(port -> port % 10 == set % 10)
                .doesNotContain(set);
    }
}
