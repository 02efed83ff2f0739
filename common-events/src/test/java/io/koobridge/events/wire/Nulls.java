package io.koobridge.events.wire;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is null in a record and the records inside it. */
final class Nulls {

    private Nulls() {}

    /** Paths of components that must not be null and are. */
    static Stream<String> forbidden(@Nullable Object value) {
        return all(value, "", false);
    }

    /** Paths of components that are null, whether they may or not. */
    static Stream<String> any(@Nullable Object value) {
        return all(value, "", true);
    }

    static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Stream<String> all(@Nullable Object value, String path, boolean allowedToo) {
        return switch (value) {
            case null -> Stream.of(path);
            case List<?> list ->
                IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(index -> all(list.get(index), "%s[%d]".formatted(path, index), allowedToo));
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(each -> all(each.getValue(), path + '.' + each.getKey(), allowedToo));
            case Record record ->
                Stream.of(record.getClass().getRecordComponents()).flatMap(component -> {
                    var part = part(record, component);
                    return part == null && mayBeNull(component) && !allowedToo
                            ? Stream.empty()
                            : all(part, path + '.' + component.getName(), allowedToo);
                });
            default -> Stream.empty();
        };
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
