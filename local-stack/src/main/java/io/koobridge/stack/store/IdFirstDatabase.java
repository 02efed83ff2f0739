package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database of {@link IdFirstCollection}s, in the same maps as the stock one's. */
final class IdFirstDatabase extends H2Database {

    private static final String DOCUMENTS = "databases.";
    private static final String META = "meta.";

    private final MVStore store;

    IdFirstDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before the stock constructor, which opens what is there already.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = store.openMap(DOCUMENTS + fullName);
        MVMap<String, Object> meta = store.openMap(META + fullName);
        return new IdFirstCollection(this, name, options, new IdFirstCollection.Maps(documents, meta), cursorRegistry);
    }
}
