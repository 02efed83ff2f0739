package io.koobridge.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every ledger store promises; each store passes it in its own test class. */
public abstract class LedgerStoreContract {

    /** A state of several members, to be read back as it was written. */
    public record Door(String colour, long generation, List<String> visitors) {}

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Door RED = new Door("red", 1, List.of("ann"));
    private static final Door BLUE = new Door("blue", 2, List.of());
    private static final Lease MINE = new Lease("me", NOW.plusSeconds(60));
    private static final Lease YOURS = new Lease("you", NOW.plusSeconds(60));

    private final LedgerStore<Door> store = store();
    private final String id = UUID.randomUUID().toString();

    /** A store of its own for each test. */
    protected abstract LedgerStore<Door> store();

    @Test
    void whatWasInsertedIsFoundAsItWas() {
        insert();

        assertThat(read()).isEqualTo(new Entry<>(id, RED, 1, work("t1"), null));
    }

    @Test
    void anIdIsInsertedOnce() {
        insert();

        assertThat(said(store.insert(id, BLUE, work("t2")))).isFalse();
        assertThat(read().state()).isEqualTo(RED);
    }

    @Test
    void nobodyIsFoundUnderAnUnknownId() {
        assertThat(store.find(id).blockOptional()).isEmpty();
    }

    @Test
    void ofManyThoseAreFoundThatExist() {
        insert();

        assertThat(store.findAll(List.of("nobody", id)).collectList().block()).containsExactly(read());
        assertThat(store.findAll(List.of()).collectList().block()).isEmpty();
    }

    @Test
    void ofManyWhoReplaceTheSameVersionOneWins() {
        insert();

        var winners = Flux.fromStream(IntStream.range(0, 20).boxed())
                .flatMap(i -> store.replace(id, 1, new Door("c" + i, 2, List.of()), work("t" + i)), 20)
                .filter(won -> won)
                .count()
                .block();

        assertThat(winners).isEqualTo(1);
        assertThat(read().version()).isEqualTo(2);
    }

    @Test
    void replacingLeavesTheLeaseAlone() {
        insert();
        claim("t1", MINE);

        assertThat(said(store.replace(id, 1, BLUE, work("t2")))).isTrue();

        assertThat(read()).isEqualTo(new Entry<>(id, BLUE, 2, work("t2"), MINE));
    }

    @Test
    void aClaimNeedsTheCurrentTicket() {
        insert();

        assertThat(claim("another", MINE)).isNull();
        assertThat(claim("t1", MINE)).isEqualTo(new Entry<>(id, RED, 1, work("t1"), MINE));
    }

    @Test
    void aClaimIsRefusedWhileSomebodyHoldsTheLease() {
        insert();
        claim("t1", MINE);

        assertThat(claim("t1", YOURS)).isNull();
        assertThat(read().lease()).isEqualTo(MINE);
    }

    @Test
    void anExpiredLeaseMayBeClaimed() {
        insert();
        claim("t1", MINE);

        var late = store.claim(id, "t1", new Lease("you", NOW.plusSeconds(200)), NOW.plusSeconds(60))
                .blockOptional();

        assertThat(late).isPresent();
        assertThat(said(store.renew(id, MINE))).isFalse();
    }

    @Test
    void onlyTheHolderRenewsRecordsSettlesAndPostpones() {
        insert();
        claim("t1", MINE);

        assertThat(said(store.renew(id, YOURS))).isFalse();
        assertThat(said(store.record(id, 1, "you", BLUE, null))).isFalse();
        assertThat(said(store.settle(id, 1, "you"))).isFalse();
        assertThat(said(store.postpone(id, "you", "t1", work("t1")))).isFalse();
        assertThat(read()).isEqualTo(new Entry<>(id, RED, 1, work("t1"), MINE));
    }

    @Test
    void recordingMakesTheNextVersionAndKeepsWorkAndLease() {
        insert();
        claim("t1", MINE);

        assertThat(said(store.record(id, 1, "me", BLUE, null))).isTrue();
        assertThat(read()).isEqualTo(new Entry<>(id, BLUE, 2, work("t1"), MINE));
        assertThat(said(store.record(id, 1, "me", RED, null))).isFalse();
    }

    @Test
    void settlingEndsWorkAndLeaseOfThatVersionAlone() {
        insert();
        claim("t1", MINE);
        store.replace(id, 1, BLUE, work("t2")).block();

        assertThat(said(store.settle(id, 1, "me"))).isFalse();
        assertThat(said(store.settle(id, 2, "me"))).isTrue();
        assertThat(read()).isEqualTo(new Entry<>(id, BLUE, 2, null, null));
    }

    @Test
    void postponingNeedsTheTicketThatWasWorkedOn() {
        insert();
        claim("t1", MINE);
        store.replace(id, 1, BLUE, work("t2")).block();

        assertThat(said(store.postpone(id, "me", "t1", work("t1")))).isFalse();
        assertThat(said(store.postpone(id, "me", "t2", work("t3")))).isTrue();
        assertThat(read()).isEqualTo(new Entry<>(id, BLUE, 2, work("t3"), null));
    }

    @Test
    void overdueIsWhatIsDueAndHeldByNobody() {
        insert();
        var held = UUID.randomUUID().toString();
        store.insert(held, RED, work("h")).block();
        store.claim(held, "h", MINE, NOW).block();
        var later = UUID.randomUUID().toString();
        store.insert(later, RED, new Work("l", 0, NOW.plusSeconds(1), NOW, NOW)).block();

        var found = store.overdue(NOW, NOW, 10)
                .map(LedgerStore.Overdue::id)
                .collectList()
                .block();

        assertThat(found).containsExactly(id);
        assertThat(store.overdue(NOW, NOW.plusSeconds(60), 10)
                        .map(LedgerStore.Overdue::id)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(id, held);
    }

    @Test
    void aNewTicketIsIssuedOnceAndNeverUnderALease() {
        insert();

        assertThat(said(store.reissue(id, "t1", work("t2"), NOW))).isTrue();
        assertThat(said(store.reissue(id, "t1", work("t3"), NOW))).isFalse();
        claim("t2", MINE);
        assertThat(said(store.reissue(id, "t2", work("t3"), NOW))).isFalse();
        assertThat(read().work()).isEqualTo(work("t2"));
    }

    private void insert() {
        assertThat(said(store.insert(id, RED, work("t1")))).isTrue();
    }

    private @Nullable Entry<Door> claim(String ticket, Lease lease) {
        return store.claim(id, ticket, lease, NOW).block();
    }

    private Entry<Door> read() {
        return store.find(id).blockOptional().orElseThrow();
    }

    private static boolean said(Mono<Boolean> answer) {
        return Boolean.TRUE.equals(answer.block());
    }

    private static Work work(String ticket) {
        return new Work(ticket, 0, NOW, NOW, NOW.plusSeconds(900));
    }
}
