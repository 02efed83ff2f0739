package io.koobridge.tenant.outside.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.Written.Done;
import io.koobridge.tenant.outside.DirectoryPage;
import io.koobridge.tenant.outside.People;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/directory.md shows of messages is what KooBridge sends and understands. */
@Tag("promise:contract-is-true")
class WebhookMessagesPageTest {

    @Test
    void theMessagesAreWhatIsSent() {
        var department =
                new WantedDepartment(People.TENANT, "D110", "测试组", "D100", "g1", true, new Place("g2", "g1"), 3);

        assertThat(Json.mapper().readTree(DirectoryMessage.of(department).body()))
                .isEqualTo(Json.mapper().readTree(DirectoryPage.block("department")));
        assertThat(Json.mapper()
                        .readTree(DirectoryMessage.of(People.user("li.lei", "g1", null))
                                .body()))
                .isEqualTo(Json.mapper().readTree(DirectoryPage.block("user")));
    }

    @Test
    void theAnswerIsUnderstood() {
        var taken = new Taken.Reader("g1").read(DirectoryPage.block("taken").getBytes(UTF_8));

        assertThat(taken.written()).isEqualTo(new Done(new Place("5b7c2f90", "g1")));
    }

    @Test
    void everyMemberIsExplained() {
        assertThat(DirectoryPage.words())
                .containsAll(Stream.of(DirectoryMessage.Department.class, DirectoryMessage.User.class)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList());
    }
}
