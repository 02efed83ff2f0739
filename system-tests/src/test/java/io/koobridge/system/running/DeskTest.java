package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    private final AtomicInteger made = new AtomicInteger();

    /** One in 32 ids begins with the second example. */
    @Test
    void whatIsFilledInIsNotFilledOnceMore(@TempDir Path home) throws Exception {
        var desk = new Desk(
                home.resolve("home"),
                Map.of("kb1", () -> "kb2cvuw" + made.incrementAndGet(), "kb2", () -> "kb$nobody"));

        assertThat(desk.filled("retry kb1 kb2 kb1")).isEqualTo("retry kb2cvuw1 kb$nobody kb2cvuw1");
    }
}
