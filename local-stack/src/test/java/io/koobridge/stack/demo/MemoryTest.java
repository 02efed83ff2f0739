package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void tellsWhatAProcessOccupiesBesideItsBar() {
        assertThat(Memory.line("gateway", OptionalLong.of(300 * 1024))).isEqualTo("   gateway         300   300");
        assertThat(Memory.line("broker", OptionalLong.of(200 * 1024 + 1)))
                .isEqualTo("   broker          201   200   above");
        assertThat(Memory.line("product", OptionalLong.of(70 * 1024))).isEqualTo("   product          70");
        assertThat(Memory.line("store", OptionalLong.empty())).isEqualTo("   store             ?");
    }

    @Test
    void readsWhatIsResidentFromTheKernel() {
        assertThat(Memory.ofStatus("VmHWM:\t  300000 kB\nVmRSS:\t  123456 kB\nRssAnon:\t 1 kB\n"))
                .hasValue(123456);
        assertThat(Memory.ofStatus("Name:\tgone\n")).isEmpty();
        assertThat(Memory.resident(ProcessHandle.current().pid()).orElse(0)).isGreaterThan(10_000);
    }

    @Test
    void saysOneLineForEachProcessOfTheSuite() {
        String pid = Long.toString(ProcessHandle.current().pid());

        assertThat(printed(Map.of("KOOBRIDGE_PID_GATEWAY", pid, "KOOBRIDGE_PID_STORE", pid, "KOOBRIDGE_KAFKA", "x")))
                .contains("memory")
                .containsPattern("gateway +\\d+ +300")
                .containsPattern("store +\\d+ +300")
                .hasLineCount(4);
        assertThat(printed(Map.of())).isEmpty();
    }

    private static String printed(Map<String, String> variables) {
        var out = new ByteArrayOutputStream();
        Memory.print(variables, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
