package io.koobridge.events.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {

    @Test
    void anEmptyListHasOnePart() {
        assertThat(Part.whole("s", 0)).isEqualTo(new Part("s", 1, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "2, 1, 1", "1, 0, 0", "1, 1, -1"})
    void aPartIsOneOfThose(int number, int of, int rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part("s", number, of, rows))
                .withMessage("there is no part %d of %d with %d rows".formatted(number, of, rows));
    }
}
