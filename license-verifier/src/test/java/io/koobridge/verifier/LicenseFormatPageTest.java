package io.koobridge.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.verifier.LicenseVerifier.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's programs do with the page's licence and keys what the page says. */
@Tag("promise:documents-are-true")
class LicenseFormatPageTest {

    private static final String PAGE = text(Path.of("..", "docs/license-format.md"));
    private static final String FILE = "io/koobridge/verifier/LicenseVerifier.java";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?<info>[^\\n]*)\\n(?<text>.*?)^```$");

    private final Path directory;

    LicenseFormatPageTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("license.txt"), block("text vector"));
        Files.writeString(directory.resolve("keys.json"), block("json keys.json"));
        Files.writeString(directory.resolve("verify_license.py"), block("python verify_license.py"));
        Files.writeString(directory.resolve("Example.java"), block("java Example.java"));
        var file = directory.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("src/main/java", FILE), file);
    }

    /** The file by itself, as a JDK starts it: nothing of this module is on its path. */
    @Tag("promise:offline-licence")
    @Test
    void theFileRunsByItself() throws Exception {
        for (var command : commands("java", 2)) {
            command.set(0, java());
            assertThat(run(command))
                    .as(String.valueOf(command))
                    .matches(
                            command.contains("elsewhere")
                                    ? "1\nWRONG_DEVICE: The licence is for another device\\.\n"
                                    : "0\nValid\\[claims=.*\n");
        }
    }

    /** Also where it makes what is no text at all: the file is refused, and the call was right. */
    @Tag("promise:offline-licence")
    @Test
    void aChangedByteOfTheFileIsRefused() throws Exception {
        for (var damaged : damaged()) {
            Files.write(directory.resolve("license.txt"), damaged);
            var call = new ArrayList<>(commands("java", 2).getFirst());
            call.set(0, java());
            assertThat(run(call)).matches("1\n(MALFORMED|BAD_SIGNATURE): .*\n");
        }
    }

    @Test
    void theExampleInPythonRefusesItToo() throws Exception {
        assumePython();
        for (var damaged : damaged()) {
            Files.write(directory.resolve("license.txt"), damaged);
            assertThat(run(commands("python3", 3).getFirst())).matches("1\n(MALFORMED|BAD_SIGNATURE)\n");
        }
    }

    @Test
    void theExampleInJavaRefusesItToo() throws Exception {
        Files.write(directory.resolve("license.txt"), damaged().getFirst());

        assertThat(run(List.of(java(), "-cp", classPath(), "Example.java"))).isEqualTo("0\n");
    }

    /** One byte of the licence each, in its three parts, is what no text in UTF-8 has. */
    private static List<byte[]> damaged() {
        var whole = block("text vector").getBytes(UTF_8);
        var dot = block("text vector").indexOf('.');
        return Stream.of(0, dot + 5, whole.length - 5)
                .map(at -> {
                    var bytes = whole.clone();
                    bytes[at] = (byte) (bytes[at] | 0x80);
                    return bytes;
                })
                .toList();
    }

    @Test
    void aWrongCallSaysHowItIsCalled() throws Exception {
        assertThat(run(List.of(java(), FILE))).startsWith("2\nusage: LicenseVerifier --keys");
        assertThat(run(List.of(java(), FILE, "--keys", "no.json", "--license", "x", "--product", "y")))
                .startsWith("2\n")
                .contains("no.json");
        assertThat(run(List.of(java(), FILE, "--keys", "license.txt", "--license", "x", "--product", "y")))
                .isEqualTo("2\nthe file of --keys holds no keys for licences\n");
    }

    @Test
    void theExampleInJavaRuns() throws Exception {
        assertThat(run(List.of(java(), "-cp", classPath(), "Example.java")))
                .isEqualTo("0\nlicensed until: 2124-01-04T00:00:00Z\n");
    }

    @Test
    void theExampleInPythonDoesTheSame() throws Exception {
        assumePython();
        for (var command : commands("python3", 3)) {
            assertThat(run(command))
                    .as(String.valueOf(command))
                    .matches(
                            command.getLast().equals("OFFI-EXAMPLE-02")
                                    ? "1\nWRONG_PRODUCT\n"
                                    : "0\n\\{\"aud\": \"OFFI-EXAMPLE-01\", .*\n");
        }
    }

    /** It was written from the RFCs: what it refuses for the same reason was not refused by accident. */
    @Tag("promise:offline-licence")
    @Test
    void theExampleInPythonRefusesTheSame() throws Exception {
        assumePython();
        var licence = block("text vector").strip();
        var cases = new ArrayList<String>();
        for (int at = 0; at < licence.length(); at += 7) {
            cases.add(licence.substring(0, at) + (licence.charAt(at) == 'A' ? 'B' : 'A') + licence.substring(at + 1));
        }
        cases.addAll(List.of(
                "",
                "a.b.c",
                licence + "=",
                licence + ".",
                Licences.licence(),
                Licences.signed(Licences.HEADER.replace("k1", "example-2024"), Licences.CLAIMS + "}"),
                Licences.signed(
                        Licences.HEADER.replace("k1", "example-2024").replace("EdDSA", "none"), Licences.CLAIMS),
                licence));
        Files.write(directory.resolve("cases.txt"), cases);
        Files.writeString(directory.resolve("compare.py"), """
                from verify_license import *
                keys = keys_in(open("keys.json").read())
                for case in open("cases.txt").read().split("\\n")[:-1]:
                    result = check(case, keys, ["OFFI-EXAMPLE-01"], "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001")
                    print(result if isinstance(result, str) else "valid")
                """);
        var verifier = new LicenseVerifier(block("json keys.json"));
        var here = LicenseVerifier.Here.of(Licences.PRODUCT, Instant.now()).on(Licences.FINGERPRINT);

        var verdicts = cases.stream()
                .map(each -> verifier.verify(each, here) instanceof LicenseVerifier.Result.Refused(var reason)
                        ? reason.name()
                        : "valid")
                .toList();

        assertThat(run(List.of("python3", "compare.py"))).isEqualTo("0\n" + String.join("\n", verdicts) + "\n");
        assertThat(verdicts)
                .contains("MALFORMED", "BAD_SIGNATURE", "UNKNOWN_KEY")
                .endsWith("valid");
    }

    @Test
    void everyReasonStandsThereWithItsSentence() {
        assertThat(Reason.values()).allSatisfy(reason -> {
            var sentence = reason.sentence();
            assertThat(PAGE)
                    .contains("| `%s` | %s |"
                            .formatted(
                                    reason,
                                    sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                                            + sentence.substring(1, sentence.length() - 1)));
        });
    }

    private static void assumePython() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))),
                "python3 is not installed");
    }

    /** The commands of the page that begin with this word, in words. */
    private static List<List<String>> commands(String program, int count) {
        var commands = BLOCK.matcher(PAGE)
                .results()
                .filter(block -> block.group("info").equals("sh"))
                .flatMap(block -> block.group("text").lines())
                .map(line -> line.replaceAll(" +# exit .*$", ""))
                .filter(line -> line.startsWith(program + " "))
                .map(LicenseFormatPageTest::words)
                .toList();
        assertThat(commands).as("commands of %s", program).hasSize(count);
        return commands;
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(line)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        return words;
    }

    /** The exit code, and behind it what was printed. */
    private String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + output;
    }

    private static String classPath() {
        return Path.of("target/classes").toAbsolutePath().toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String block(String info) {
        return BLOCK.matcher(PAGE)
                .results()
                .filter(block -> block.group("info").equals(info))
                .map(block -> block.group("text"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no block " + info));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
