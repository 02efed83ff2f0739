package io.koobridge.stack.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter says of a document that matches it, as far as it says so plainly: that a field has one certain value. */
final class Equalities {

    private static final String AND = "$and";

    private Equalities() {}

    /** By field; of a field that is named twice one value: the filter decides about the other. */
    static Map<String, Object> of(Document filter) {
        var found = new HashMap<String, Object>();
        collect(filter, found);
        return found;
    }

    private static void collect(Document filter, Map<String, Object> found) {
        filter.forEach((field, wanted) -> {
            if (field.equals(AND) && wanted instanceof Collection<?> parts) {
                parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(part -> collect(part, found));
            } else if (!field.startsWith("$") && isPlain(wanted)) {
                found.put(field, wanted);
            }
        });
    }

    /** An absent field matches null, an element matches a list's, and an operator is a document. */
    private static boolean isPlain(@Nullable Object value) {
        return value != null
                && !(value instanceof Document)
                && !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression);
    }
}
