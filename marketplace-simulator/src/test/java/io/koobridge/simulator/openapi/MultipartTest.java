package io.koobridge.simulator.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=b1";

    @Test
    void readsEachPartWithItsExactBytes() {
        List<Multipart.Part> parts =
                read("--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".lic\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nline\r\n--b\r\n\r\n--b1\r\n"
                        + "content-disposition: form-data; name=plain\r\n\r\n\r\n--b1--\r\n");

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().name()).isEqualTo("file");
        assertThat(parts.getFirst().fileName()).isEqualTo("a \"b\".lic");
        assertThat(parts.getFirst().contentType()).isEqualTo("application/octet-stream");
        assertThat(text(parts.getFirst())).isEqualTo("line\r\n--b\r\n");
        assertThat(parts.getLast().name()).isEqualTo("plain");
        assertThat(text(parts.getLast())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data;boundary=b1",
                "Multipart/Form-Data; charset=utf-8; boundary=\"b1\"",
                "multipart/form-data; boundary=b1; charset=utf-8"
            })
    void findsTheBoundary(String contentType) {
        assertThat(Multipart.parts(
                        contentType, bytes("--b1\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n--b1--")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, Content-Type is not multipart/form-data with a boundary",
        "multipart/form-data, Content-Type is not multipart/form-data with a boundary",
        "multipart/mixed; boundary=b1, Content-Type is not multipart/form-data with a boundary"
    })
    void refusesOtherContentTypes(String contentType, String message) {
        assertThatThrownBy(() -> Multipart.parts(contentType, new byte[0])).hasMessage(message);
    }

    @Test
    void refusesABodyThatIsCutAnywhere() {
        String whole = "--b1\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n--b1--";
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(Multipart.Malformed.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Other: form-data; name=\"n\" | a part has no Content-Disposition: form-data",
                "Content-Disposition: attachment; name=\"n\" | a part has no Content-Disposition: form-data",
                "Content-Disposition: form-data | a part has no name",
                "Content-Disposition | a part has a header without a colon"
            })
    void refusesPartsWithoutAName(String header, String message) {
        assertThatThrownBy(() -> read("--b1\r\n" + header + "\r\n\r\nx\r\n--b1--"))
                .hasMessage(message);
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        assertThatThrownBy(() -> read("--b1--more")).hasMessage("something follows the last boundary");
    }

    @Test
    void refusesMoreThanTenParts() {
        String part = "--b1\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n";

        assertThatThrownBy(() -> read(part.repeat(11) + "--b1--")).hasMessage("more than 10 parts");
    }

    private static List<Multipart.Part> read(String body) {
        return Multipart.parts(TYPE, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Multipart.Part part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }
}
