package io.koobridge.stack.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The stock unique index, with {@link KeyText}s as keys. Documents that match a regular expression it does not know: their keys cannot be read back. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements IndexKeys.Kept {

    private final IndexKeys keys;
    private final MVMap<String, Object> positions;

    UniqueIndex(IndexKeys keys, String name, List<IndexKey> fields, boolean sparse) {
        super(name, fields, sparse);
        this.keys = keys;
        this.positions = keys.ids();
    }

    @Override
    public IndexKeys kept() {
        return keys;
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return query.values().stream().noneMatch(BsonRegularExpression::isRegularExpression) && super.canHandle(query);
    }

    @Override
    @SuppressWarnings("NullAway") // as the stock index answers
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(text(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(text(key), Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        throw new UnsupportedOperationException("keys are not read back");
    }

    @Override
    @SuppressWarnings("NullAway") // as the stock index answers
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(text(key));
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    /** True while documents have to be put into it. */
    @Override
    public boolean isEmpty() {
        return !keys.isComplete();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    private static String text(KeyValue key) {
        return KeyText.of(key.normalized().stream());
    }
}
