package io.koobridge.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.product.Product.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {

    private static final Reply READY = Reply.of("READY")
            .with("appInfo", Map.of("frontEndUrl", "https://product.example.com/t/kb1", "userName", "admin"));

    private final Path directory;

    ProductTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aTenantGoesThroughItsLifeAndSurvivesARestart() {
        assertThat(answer(call(1, "ACTIVE", 5))).isEqualTo(READY);
        assertThat(answer(call(2, "FROZEN", 5))).isEqualTo(READY);
        assertThat(tenant().state()).isEqualTo("FROZEN");
        assertThat(answer(call(3, "ACTIVE", 7))).isEqualTo(READY);
        assertThat(tenant())
                .isEqualTo(new Tenant("kb1", 3, "ACTIVE", "OFFI1", 7L, "2027-11-22T15:59:59Z", "Example <Ltd>", 0));
        assertThat(answer(call(4, "RELEASED", 7))).isEqualTo(Reply.of("READY"));
        assertThat(tenant().released()).isTrue();
    }

    @Test
    void theSameCallAgainGetsTheSameAnswer() {
        assertThat(answer(call(2, "ACTIVE", 5))).isEqualTo(answer(call(2, "ACTIVE", 5)));
    }

    @Tag("promise:late-calls-are-fenced")
    @Test
    void aLowerGenerationIsRefusedAndChangesNothing() {
        answer(call(4, "RELEASED", 5));

        var late = answer(call(3, "ACTIVE", 5));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.members().get("detail")).isEqualTo("generation 4 was begun already");
        assertThat(tenant().released()).isTrue();
    }

    @Test
    void whatWasNeverMadeCanBeReleased() {
        assertThat(answer(call(1, "RELEASED", 5))).isEqualTo(Reply.of("READY"));
    }

    @Test
    void tooManySeatsAreRefusedForGood() {
        assertThat(answer(call(1, "ACTIVE", 1_001)).members())
                .containsEntry("status", "REFUSED")
                .containsEntry("reason", "NO_RESOURCE")
                .containsEntry("detail", "There are at most 1000 seats.");
        assertThat(new Tenants(file()).find("kb1")).isNull();
    }

    /** Whatever was refused, what the marketplace wants of use and time is done. */
    @Tag("promise:example-keeps-the-contract")
    @Test
    void aRefusedUpgradeStandsInTheWayOfNothingElse() {
        answer(call(1, "ACTIVE", 5));
        assertThat(answer(call(2, "ACTIVE", 1_001)).members()).containsEntry("status", "REFUSED");

        assertThat(answer(call(3, "FROZEN", 1_001))).isEqualTo(READY);
        assertThat(tenant().state()).isEqualTo("FROZEN");
        assertThat(answer(call(3, "FROZEN", 1_001))).as("a repeat").isEqualTo(READY);
        assertThat(answer(call(4, "ACTIVE", 1_001))).isEqualTo(READY);
        assertThat(answer(call(5, "ACTIVE", 1_001).replace("2027", "2028"))).isEqualTo(READY);
        assertThat(tenant())
                .isEqualTo(new Tenant("kb1", 5, "ACTIVE", "OFFI1", 5L, "2028-11-22T15:59:59Z", "Example <Ltd>", 0));
        assertThat(answer(call(6, "ACTIVE", 1_001).replace("2027", "2028")).members())
                .as("the upgrade alone, tried again")
                .containsEntry("status", "REFUSED");
        assertThat(answer(call(7, "RELEASED", 1_001))).isEqualTo(Reply.of("READY"));
    }

    /** A restored ledger may reach the same number for something else, and that is done. */
    @Tag("promise:example-keeps-the-contract")
    @Test
    void theSameGenerationForSomethingElseIsApplied() {
        answer(call(2, "ACTIVE", 5));
        answer(call(2, "ACTIVE", 7));
        assertThat(tenant().quantity()).isEqualTo(7);

        answer(call(2, "FROZEN", 7));

        assertThat(tenant().state()).isEqualTo("FROZEN");
    }

    /** What was begun is never undone by an older call, also when it was refused, and also after a restart. */
    @Tag("promise:example-keeps-the-contract")
    @ParameterizedTest
    @CsvSource({"0,1001", "300,5"})
    void theFenceSurvivesARestart(long slow, long seats) {
        product(Duration.ofSeconds(slow)).answer(Call.read(call(9, "ACTIVE", seats)));

        assertThat(answer(call(8, "ACTIVE", 5)).status()).isEqualTo(409);
        assertThat(answer(call(9, "ACTIVE", 5)))
                .as("nobody works on it any more")
                .isEqualTo(READY);
    }

    /** READY is true. */
    @Tag("promise:example-keeps-the-contract")
    @Test
    void whatCannotBeStoredIsNotSo() throws IOException {
        var product = product(Duration.ZERO);
        Files.createDirectories(file().resolveSibling("tenants.jsonl.next").resolve("in the way"));

        assertThatThrownBy(() -> product.answer(Call.read(call(1, "ACTIVE", 5))))
                .isInstanceOf(UncheckedIOException.class);
        Files.delete(file().resolveSibling("tenants.jsonl.next").resolve("in the way"));

        assertThat(product.answer(Call.read(call(1, "ACTIVE", 5)))).isEqualTo(READY);
        assertThat(tenant().generation()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeKeptIsKnownAtTheStart() throws IOException {
        Files.writeString(file(), "{\"instanceId\":\"kb1\"}\n");
        assertThatThrownBy(() -> new Tenants(file())).hasMessageContaining("line 1 of " + file());

        assertThatThrownBy(() -> new Tenants(file().resolve("tenants.jsonl"))).hasMessageStartingWith("the tenants");
        assertThat(new Tenants(directory.resolve("new/place")).highest("kb1")).isZero();
    }

    @Test
    void whoWasReleasedIsForgottenAndNobodyElseReadsTheFile() throws IOException {
        answer(call(1, "ACTIVE", 5));
        assertThat(Files.readString(file())).contains("Example");
        assumeTrue(Files.getFileStore(file()).supportsFileAttributeView("posix"));
        assertThat(Files.getPosixFilePermissions(file()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        answer(call(2, "RELEASED", 5));

        assertThat(Files.readString(file())).doesNotContain("Example");
    }

    @ParameterizedTest
    @CsvSource({"2,POSSIBLE", "1,IMPOSSIBLE", "1001,IMPOSSIBLE", "9,POSSIBLE"})
    void fewerSeatsThanAreUsedAreImpossible(long seats, String status) {
        answer(call(1, "ACTIVE", 5));
        var tenants = new Tenants(file());
        assertThat(tenants.use("kb1", 1)).isNotNull();
        assertThat(tenants.use("kb1", 1)).isNotNull();
        var before = tenant();

        var check = call(1, "ACTIVE", 5)
                .replace("\"UPDATE\"", "\"CHECK\"")
                .replace("{\"inst", "{\"target\":{\"quantity\":%d},\"inst".formatted(seats));

        assertThat(answer(check).members()).containsEntry("status", status);
        assertThat(tenant()).isEqualTo(before);
    }

    @Test
    void nothingCanBecomeOfATenantThatIsNotThere() {
        assertThat(answer(call(1, "ACTIVE", 5).replace("\"UPDATE\"", "\"CHECK\""))
                        .members())
                .containsEntry("status", "IMPOSSIBLE");
    }

    @Test
    void seatsAreTakenWhileThereAreSome() {
        answer(call(1, "ACTIVE", 1));
        var tenants = new Tenants(file());

        assertThat(tenants.use("kb1", -1)).isNull();
        assertThat(tenants.use("kb1", 1)).isNotNull();
        assertThat(tenants.use("kb1", 1)).isNull();
        assertThat(tenants.use("another", 1)).isNull();
        answer(call(2, "FROZEN", 1));
        assertThat(new Tenants(file()).use("kb1", -1)).isNull();
    }

    @Test
    void slowWorkIsBegunOnceForEachGenerationAndAnOlderOneIsOutOfDate() {
        var product = product(Duration.ofMinutes(5));
        var first = product.answer(Call.read(call(1, "ACTIVE", 5)));
        assertThat(first.members()).containsEntry("status", "WORKING").containsEntry("retryAfterSeconds", 300L);
        assertThat(product.answer(Call.read(call(1, "ACTIVE", 5)))).isEqualTo(first);
        assertThat(product.answer(Call.read(call(2, "FROZEN", 5)))).isEqualTo(first);
        assertThat(product.answer(Call.read(call(1, "ACTIVE", 5))).status()).isEqualTo(409);
    }

    @Test
    void namesFromOutsideAreNoPartOfThePage() throws IOException {
        answer(call(1, "FROZEN", 5));

        assertThat(Page.of(tenant()))
                .contains("Example &lt;Ltd&gt;", "frozen", "0 used of 5", "2027-11-22")
                .doesNotContain("<Ltd>");
        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    private Reply answer(String call) {
        return product(Duration.ZERO).answer(Call.read(call));
    }

    /** A new one each time: what counts is in the file. */
    private Product product(Duration slow) {
        return new Product(new Tenants(file()), "https://product.example.com", slow, null);
    }

    private Tenant tenant() {
        return Objects.requireNonNull(new Tenants(file()).find("kb1"));
    }

    private Path file() {
        return directory.resolve("tenants.jsonl");
    }

    private static String call(long generation, String wanted, long seats) {
        return """
                {"instanceId":"kb1","generation":%d,"change":"UPDATE","wanted":"%s","unknown":[1],
                 "product":{"productId":"OFFI1","quantity":%d},"expiresAt":"2027-11-22T15:59:59Z",
                 "buyer":{"customerName":"Example <Ltd>"}}""".formatted(generation, wanted, seats);
    }
}
