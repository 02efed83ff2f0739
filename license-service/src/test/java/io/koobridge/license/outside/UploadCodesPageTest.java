package io.koobridge.license.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/license-server.md tells operators of an upload's codes is what is done. */
@Tag("promise:contract-is-true")
class UploadCodesPageTest {

    private static final Path PAGE = Path.of("../docs").resolve("license-server.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<codes>[^|]*`[^|]*) \\| (?<becomes>\\w+) \\|");
    private static final Pattern CODE = Pattern.compile("`(?:CBC\\.)?(?<number>\\d+)`");

    /** By the number behind the prefix. */
    private final Map<String, String> shown = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        var page = Files.readString(PAGE);
        var section = page.substring(page.indexOf("## For operators"));
        ROW.matcher(section).results().forEach(row -> CODE.matcher(row.group("codes"))
                .results()
                .forEach(code -> shown.put(code.group("number"), row.group("becomes"))));
    }

    @Test
    void eachCodeOfTheTableBecomesWhatItSays() {
        assertThat(shown.remove("0000")).isEqualTo("delivered");
        assertThat(shown).isNotEmpty().allSatisfy((code, becomes) -> assertThat(receipt(code))
                .as(code)
                .isInstanceOf(
                        switch (becomes) {
                            case "again" -> Receipt.Again.class;
                            case "stops" -> Receipt.Refused.class;
                            case "denied" -> Receipt.Denied.class;
                            default -> throw new AssertionError("the table says " + becomes);
                        }));
    }

    @Test
    void everyCodeThatIsKnownStandsThere() {
        var numbers = Stream.concat(
                IntStream.range(0, 10_000).mapToObj("%04d"::formatted),
                IntStream.range(91_380_000, 91_390_000).mapToObj(Integer::toString));

        assertThat(numbers.filter(UploadCodesPageTest::isKnown).toList())
                .isNotEmpty()
                .allSatisfy(number -> assertThat(shown).containsKey(number));
    }

    @Test
    void whatTheGatewayRefusesForKeysStops() {
        for (int status : List.of(401, 403)) {
            assertThat(UploadCode.of(new OpenApiAnswer.GatewayRefused(status, "APIGW.0301", "no"))
                            .receipt())
                    .isInstanceOf(Receipt.Refused.class);
        }
    }

    private static boolean isKnown(String number) {
        return UploadCode.of(new OpenApiAnswer.Refused(number, "no")).label().equals(number);
    }

    private static Receipt receipt(String number) {
        return UploadCode.of(new OpenApiAnswer.Refused(number, "no")).receipt();
    }
}
