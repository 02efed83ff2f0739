package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database of {@link IndexedCollection}s, in the same maps as the stock one's, and with the indexes that are not unique. */
final class IndexedDatabase extends H2Database {

    private static final String DOCUMENTS = "databases.";
    private static final String META = "meta.";
    private static final String KEYS = "._keys_";
    private static final String STOCK_KEYS = "._index_";
    private static final String COMPLETE = "._complete";

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before the stock constructor, which opens what is there already.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = store.openMap(DOCUMENTS + fullName);
        MVMap<String, Object> meta = store.openMap(META + fullName);
        return new IndexedCollection(this, name, options, new IndexedCollection.Maps(documents, meta), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(keys(collection, name), name, keys, sparse);
    }

    /** The stock database takes note of such an index and makes none. */
    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new EqualityIndex(keys(collection, name), name, keys);
    }

    private IndexKeys keys(String collection, String index) {
        return IndexKeys.open(store, placeOf(collection, index));
    }

    private IndexKeys.Place placeOf(String collection, String index) {
        var namespace = getFullCollectionNamespace(collection);
        return new IndexKeys.Place(
                namespace + KEYS + index, getDatabaseName() + COMPLETE, namespace + STOCK_KEYS + index);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        IndexKeys.remove(store, placeOf(collection.getCollectionName(), name));
    }
}
