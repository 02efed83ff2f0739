package io.koobridge.tenant.outside.scim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.outside.DirectoryPage;
import io.koobridge.tenant.outside.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/directory.md shows of SCIM is what is sent. */
@Tag("promise:contract-is-true")
class ScimPageTest {

    @Test
    void theUserIsWhatIsSent() {
        var entry = ScimUser.entry(People.user("li.lei", null, null), ScimForm.usual());

        assertThat(ScimJson.object(ScimJson.text(entry.resource()).getBytes(UTF_8)))
                .isEqualTo(ScimJson.object(DirectoryPage.block("scim-user").getBytes(UTF_8)));
    }
}
