package io.koobridge.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.journal.JournalEntry.FindingOpened;
import org.junit.jupiter.api.Test;

class RecordingJournalTest {

    @Test
    void remembersWhatWasWrittenAboutWhatAndHow() {
        var journal = new RecordingJournal();
        var opened = new FindingOpened("a-service", "kind", "detail");
        var closed = new FindingClosed("a-service", "kind");

        journal.write("kb1", opened);
        journal.writeWhenPossible("kb2", closed);

        assertThat(journal.entries()).containsExactly(opened, closed);
        assertThat(journal.entriesOf(FindingClosed.class)).containsExactly(closed);
        assertThat(journal.entriesAbout("kb1")).containsExactly(opened);
        assertThat(journal.written())
                .extracting(RecordingJournal.Written::whenPossible)
                .containsExactly(false, true);
    }
}
