package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.LicenseFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** What is written here is read by Spring's reader of forms, which shares nothing with it. */
class UploadFormTest {

    /** One part as a server sees it. */
    @SuppressWarnings("ArrayRecordComponent") // looked at part by part
    private record Read(String name, @Nullable String fileName, String type, byte[] content) {}

    @Test
    void theBytesAreThoseOfTheProtocol() {
        var form = UploadForm.of(new LicenseFile("licence".getBytes(UTF_8), "demo.lic"), "usual.lic");

        var boundary = "koobridge-8178ac72b28d77fcb851fcd301583182";
        assertThat(new String(form.bytes(), UTF_8))
                .isEqualToNormalizingNewlines("""
                        --%1$s
                        Content-Disposition: form-data; name="file"; filename="demo.lic"
                        Content-Type: application/octet-stream

                        licence
                        --%1$s
                        Content-Disposition: form-data; name="isvUpdateFileReq"
                        Content-Type: application/json

                        {"type":"FILE","file_name":"demo.lic","sha256":"%2$s"}
                        --%1$s--
                        """.formatted(boundary, sha256("licence".getBytes(UTF_8))));
        assertThat(form.contentType()).isEqualTo("multipart/form-data; boundary=" + boundary);
    }

    @Test
    void aTextTravelsInTheRequestAlone() {
        var parts = parts(UploadForm.of(new LicenseFile("Lizenz-ß\n\"漢\"".getBytes(UTF_8), null), "usual.lic"));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("isvUpdateFileReq");
            assertThat(part.type()).isEqualTo("application/json");
            assertThat(json(part)).isEqualTo(Map.of("type", "CHARACTERS", "characters", "Lizenz-ß\n\"漢\""));
        });
    }

    @ParameterizedTest
    @CsvSource({"1024, CHARACTERS", "1025, FILE"})
    void aTextMayHave1024Characters(int length, String type) {
        for (var letter : List.of("a", "漢")) {
            var bytes = letter.repeat(length).getBytes(UTF_8);

            assertThat(json(parts(UploadForm.of(new LicenseFile(bytes, null), "usual.lic"))
                            .getLast()))
                    .containsEntry("type", type);
        }
    }

    @Test
    void whatHasANameIsAFileHoweverShort() {
        var parts = parts(UploadForm.of(new LicenseFile("short".getBytes(UTF_8), "demo.lic"), "usual.lic"));

        assertThat(parts).extracting(Read::name).containsExactly("file", "isvUpdateFileReq");
        assertThat(parts.getFirst().fileName()).isEqualTo("demo.lic");
        assertThat(parts.getFirst().type()).isEqualTo("application/octet-stream");
    }

    @Test
    void whatIsNoTextIsAFileWithTheUsualName() {
        for (var bytes : List.of(new byte[] {(byte) 0xff, 1}, new byte[] {'a', 0, 'b'})) {
            var parts = parts(UploadForm.of(new LicenseFile(bytes, null), "usual.lic"));

            assertThat(parts.getFirst().fileName()).isEqualTo("usual.lic");
            assertThat(parts.getFirst().content()).isEqualTo(bytes);
            assertThat(json(parts.getLast()))
                    .isEqualTo(Map.of("type", "FILE", "file_name", "usual.lic", "sha256", sha256(bytes)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b.lic", "a\r\nX: y\r\n\r\n.lic", "a\\.lic", "a\u0000.lic"})
    void aNameNeverEndsItsHeader(String name) {
        var parts = parts(UploadForm.of(new LicenseFile(new byte[] {1}, name), "usual.lic"));

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().content()).containsExactly(1);
        assertThat(json(parts.getLast())).containsEntry("file_name", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aNameThatIsNoneIsReplaced(String name) {
        assertThat(fileName(name)).isEqualTo("usual.lic");
        assertThat(fileName("x".repeat(1_024))).hasSize(1_024);
        assertThat(fileName("x".repeat(1_025))).isEqualTo("usual.lic");
    }

    private static String fileName(String name) {
        var parts = parts(UploadForm.of(new LicenseFile(new byte[] {1}, name), "usual.lic"));
        return Objects.requireNonNull(json(parts.getLast()).get("file_name"));
    }

    @Property(tries = 100)
    void whateverTheLicenceIsItArrivesWhole(@ForAll @Size(min = 1) byte[] bytes) {
        var form = UploadForm.of(new LicenseFile(bytes, "demo.lic"), "usual.lic");

        var parts = parts(form);

        assertThat(parts.getFirst().content()).isEqualTo(bytes);
        assertThat(json(parts.getLast())).containsEntry("sha256", sha256(bytes));
        var again = UploadForm.of(new LicenseFile(bytes, "demo.lic"), "usual.lic");
        assertThat(again.bytes()).isEqualTo(form.bytes());
        assertThat(again.contentType()).isEqualTo(form.contentType());
    }

    @Test
    void aBoundaryThatOccursInTheContentIsNotTaken() {
        var boundary = Boundary.firstOutside(
                Stream.of("one", "two", "three"), "x--one--".getBytes(UTF_8), "{two}".getBytes(UTF_8));

        assertThat(boundary).isEqualTo("three");
    }

    private static List<Read> parts(UploadForm form) {
        var request = MockServerHttpRequest.post("/")
                .header("Content-Type", form.contentType())
                .body(Mono.just(DefaultDataBufferFactory.sharedInstance.wrap(form.bytes())));
        return Objects.requireNonNull(new DefaultPartHttpMessageReader()
                .read(ResolvableType.forClass(Part.class), request, Map.of())
                .flatMapSequential(UploadFormTest::read)
                .collectList()
                .block());
    }

    private static Mono<Read> read(Part part) {
        return DataBufferUtils.join(part.content())
                .map(buffer -> {
                    var content = new byte[buffer.readableByteCount()];
                    buffer.read(content);
                    DataBufferUtils.release(buffer);
                    return content;
                })
                .defaultIfEmpty(new byte[0])
                .map(content -> new Read(
                        part.name(),
                        part instanceof FilePart file ? file.filename() : null,
                        String.valueOf(part.headers().getContentType()),
                        content));
    }

    private static Map<String, String> json(Read part) {
        return Json.mapper().readValue(part.content(), new TypeReference<>() {});
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
