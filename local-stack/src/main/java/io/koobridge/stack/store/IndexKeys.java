package io.koobridge.stack.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * What an index has in the store's file: ids of documents by {@link KeyText}s, and whether all documents are in it. One that was left in the middle, or whose
 * documents the stock store changed since, begins anew.
 */
final class IndexKeys {

    private final MVMap<String, Object> ids;
    private final MVMap<String, Boolean> complete;

    private IndexKeys(MVMap<String, Object> ids, MVMap<String, Boolean> complete) {
        this.ids = ids;
        this.complete = complete;
    }

    /**
     * Where an index is.
     *
     * @param complete names of the maps in which all documents are
     * @param stock the map that the stock store has for it; where there is one, that store was the last to change documents, or the first
     */
    record Place(String map, String complete, String stock) {}

    static IndexKeys open(MVStore store, Place place) {
        MVMap<String, Object> ids = store.openMap(place.map());
        MVMap<String, Boolean> complete = store.openMap(place.complete());
        if (store.hasMap(place.stock())) {
            store.removeMap(place.stock());
            complete.remove(place.map());
        }
        if (!complete.containsKey(place.map())) {
            ids.clear();
        }
        return new IndexKeys(ids, complete);
    }

    static void remove(MVStore store, Place place) {
        MVMap<String, Boolean> complete = store.openMap(place.complete());
        complete.remove(place.map());
        store.removeMap(place.map());
    }

    MVMap<String, Object> ids() {
        return ids;
    }

    boolean isComplete() {
        return complete.containsKey(ids.getName());
    }

    /** All documents are in it; together with them this becomes durable. */
    void completed() {
        complete.put(ids.getName(), true);
    }

    /** An index of the store. */
    interface Kept {
        IndexKeys kept();
    }
}
