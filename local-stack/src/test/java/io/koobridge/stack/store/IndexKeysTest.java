package io.koobridge.stack.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexKeysTest {

    private static final IndexKeys.Place PLACE = new IndexKeys.Place("shop._keys_a", "shop._complete", "shop._index_a");

    private final MVStore store = MVStore.open(null);

    @AfterEach
    void close() {
        store.close();
    }

    private IndexKeys opened() {
        return IndexKeys.open(store, PLACE);
    }

    @Test
    void anIndexThatIsCompleteIsKept() {
        opened().ids().put("key", "id");
        opened().completed();
        opened().ids().put("key", "id");

        assertThat(opened().isComplete()).isTrue();
        assertThat(opened().ids()).containsEntry("key", "id");
    }

    /** Whoever was killed in the middle of it left documents out. */
    @Test
    void anIndexThatWasLeftInTheMiddleBeginsAnew() {
        opened().ids().put("key", "id");

        assertThat(opened().isComplete()).isFalse();
        assertThat(opened().ids()).isEmpty();
    }

    /** It knows nothing of our indexes, and changes documents all the same. */
    @Test
    void whatTheStockStoreChangedSinceIsIndexedAnew() {
        var keys = opened();
        keys.completed();
        keys.ids().put("key", "id");
        store.openMap(PLACE.stock());

        assertThat(opened().isComplete()).isFalse();
        assertThat(opened().ids()).isEmpty();
        assertThat(store.hasMap(PLACE.stock())).isFalse();
    }

    @Test
    void nothingIsLeftOfOneThatWasDropped() {
        var keys = opened();
        keys.completed();
        keys.ids().put("key", "id");

        IndexKeys.remove(store, PLACE);

        assertThat(store.hasMap(PLACE.map())).isFalse();
        assertThat(opened().isComplete()).isFalse();
    }
}
