package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document where a filter names its id beside other things, as every conditional write of a ledger does. The stock
 * collection asks an index only about exactly its own keys, and looks at all documents otherwise.
 */
final class IdFirstCollection extends H2Collection {

    private static final String ID = "_id";
    private static final String AND = "$and";

    /** Where a collection's contents are. */
    record Maps(MVMap<Object, Document> documents, MVMap<String, Object> meta) {}

    IdFirstCollection(
            MongoDatabase database, String name, CollectionOptions options, Maps maps, CursorRegistry cursors) {
        super(database, name, options, maps.documents(), maps.meta(), cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var id = id(query);
        if (id.isEmpty() || query.keySet().equals(Set.of(ID))) {
            return super.queryDocuments(query, order, skip, limit, batch, fields);
        }
        var named = super.queryDocuments(new Document(ID, id.get()), null, 0, 0, 0, null);
        return matchDocumentsFromStream(
                StreamSupport.stream(named.spliterator(), false), query, order, skip, limit, batch, fields);
    }

    /** The one id that a document must have to match; empty where the filter says it in another way than by equality. */
    static Optional<Object> id(Document query) {
        var named = query.get(ID);
        if (named != null && isPlain(named)) {
            return Optional.of(named);
        }
        return query.get(AND) instanceof List<?> parts
                ? parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .map(IdFirstCollection::id)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Document)
                && !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression);
    }
}
