package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks an index for the documents that may match, where a filter names the values of its first fields, and looks at those alone. The stock collection
 * asks an index only about exactly its own keys, and looks at all documents otherwise.
 */
final class IndexedCollection extends H2Collection {

    private static final Comparator<Narrowed> MOST_CERTAIN = Comparator.comparing(
                    (Narrowed narrowed) -> narrowed.index().isUnique())
            .thenComparing(narrowed -> narrowed.named().size());

    /** Where a collection's contents are. */
    record Maps(MVMap<Object, Document> documents, MVMap<String, Object> meta) {}

    /** An index, and what it is asked. */
    private record Narrowed(Index<Object> index, Document named) {}

    IndexedCollection(
            MongoDatabase database, String name, CollectionOptions options, Maps maps, CursorRegistry cursors) {
        super(database, name, options, maps.documents(), maps.meta(), cursors);
    }

    /** No write is under way that it would miss. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof IndexKeys.Kept own) {
            own.kept().completed();
        }
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    @Override
    protected synchronized QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var equalities = Equalities.of(query);
        return getIndexes().stream()
                .flatMap(index -> narrowed(index, equalities))
                .max(MOST_CERTAIN)
                .map(found -> matchDocuments(
                        query, found.index().getPositions(found.named()), order, skip, limit, batch, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
    }

    private static Stream<Narrowed> narrowed(Index<Object> index, Map<String, Object> equalities) {
        var named = new Document();
        for (var key : index.getKeys()) {
            var value = equalities.get(key.getKey());
            if (value == null) {
                break;
            }
            named.append(key.getKey(), value);
        }
        return index.canHandle(named) ? Stream.of(new Narrowed(index, named)) : Stream.empty();
    }
}
