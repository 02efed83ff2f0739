package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by the values of an index's first fields, which several documents may have. Ranges and orders are answered by looking at what has those
 * values; what begins with a time, which nobody asks for by equality, or with nothing is not in it.
 */
final class EqualityIndex extends EmptyIndex<Object> implements IndexKeys.Kept {

    private static final String ID = "_id";

    /** Ids of documents by the {@link KeyText} of their values and of the id. */
    private final MVMap<String, Object> ids;

    private final IndexKeys keys;

    EqualityIndex(IndexKeys keys, String name, List<IndexKey> fields) {
        super(name, fields);
        this.keys = keys;
        this.ids = keys.ids();
    }

    @Override
    public IndexKeys kept() {
        return keys;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        texts(document, position).forEach(text -> ids.put(text, position));
    }

    /** Which document it was, another index tells. */
    @Override
    @SuppressWarnings("NullAway") // as the stock index answers
    public @Nullable Object remove(Document document) {
        texts(document, document.get(ID)).forEach(ids::remove);
        return null;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        var old = texts(before, position).toList();
        var now = texts(after, position).toList();
        old.stream().filter(text -> !now.contains(text)).forEach(ids::remove);
        now.stream().filter(text -> !old.contains(text)).forEach(text -> ids.put(text, position));
    }

    private Stream<String> texts(Document document, Object position) {
        var id = KeyText.of(new KeyValue(position).normalized().stream());
        return getKeyValues(document).stream()
                .filter(values -> isAskedFor(values.get(0)))
                .map(values -> KeyText.of(values.stream()) + id);
    }

    private static boolean isAskedFor(@Nullable Object first) {
        return first != null && !(first instanceof Instant);
    }

    /** True of values of the first fields and of nothing else. */
    @Override
    public boolean canHandle(Document query) {
        var first = firstFields(query.size());
        return !first.isEmpty()
                && query.keySet().equals(Set.copyOf(first))
                && Equalities.of(query).keySet().containsAll(first)
                && isAskedFor(query.get(first.getFirst()));
    }

    private List<String> firstFields(int count) {
        return getKeys().stream().limit(count).map(IndexKey::getKey).toList();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        var values =
                new KeyValue(firstFields(query.size()).stream().map(query::get).toList());
        var start = KeyText.of(values.normalized().stream());
        var found = new LinkedHashSet<>();
        var cursor = ids.cursor(start);
        while (cursor.hasNext() && cursor.next().startsWith(start)) {
            found.add(cursor.getValue());
        }
        return found;
    }

    /** True while documents have to be put into it. */
    @Override
    public boolean isEmpty() {
        return !keys.isComplete();
    }
}
