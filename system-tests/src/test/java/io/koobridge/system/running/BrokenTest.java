package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.running.Broken.TwoNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is excused is little, and a second name is a question, not an excuse. */
class BrokenTest {

    private static final JsonNode REPLAYED =
            violation("FAULT_NOT_ANSWERED_AS_EXPECTED", "REPLAYED_NONCE expected 000001, got 000000");
    private static final JsonNode OTHER = violation("OTHER_INSTANCE_FOR_SAME_ORDER_LINE", "first kb1, then kb2");
    private static final JsonNode SHARED =
            violation("SAME_INSTANCE_FOR_OTHER_ORDER", "kb1 already belongs to order CS2");

    @Test
    void onlyAReplayIsExcused() {
        assertThat(new Broken(List.of(REPLAYED, SHARED)).withoutExcuse()).containsExactly(SHARED);
    }

    @Test
    void aSecondNameIsToBeAskedForOnce() {
        var broken = new Broken(List.of(OTHER, SHARED, OTHER));

        assertThat(broken.twoNames()).containsExactly(new TwoNames("kb1", "kb2"));
        assertThat(broken.withoutExcuse()).containsExactly(SHARED);
    }

    private static JsonNode violation(String kind, String detail) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", kind)
                .put("orderId", "CS1")
                .put("detail", detail);
    }
}
