package io.koobridge.events.wire;

import io.koobridge.events.Event;
import io.koobridge.events.OrderKeys;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.tenant.Part;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any event of any family: values are made for whatever components its record has, so new ones need nothing here. */
final class AnyValue {

    private static final long FIRST_SECOND =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private AnyValue() {}

    static <T> Arbitrary<Event<T>> event(EventFamily<T> family) {
        Arbitrary<T> data = Arbitraries.of(List.copyOf(family.types().values()))
                .flatMap(type -> record(type).map(type::cast));
        return Combinators.combine(
                        text(128),
                        text(256),
                        text(256),
                        time(),
                        time(),
                        text(256).injectNull(0.3),
                        data)
                .as(Event::new);
    }

    private static Arbitrary<?> record(Class<?> type) {
        var components = type.getRecordComponents();
        var constructor = canonical(type);
        return Combinators.combine(Stream.of(components)
                        .<Arbitrary<Object>>map(AnyValue::component)
                        .toList())
                .as(values -> made(constructor, values));
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        var values = ofType(component.getGenericType()).asGeneric();
        return Nulls.mayBeNull(component) ? values.injectNull(0.3) : values;
    }

    private static Arbitrary<?> ofType(Type type) {
        if (!(type instanceof ParameterizedType of)) {
            return ofClass((Class<?>) type);
        }
        var arguments = of.getActualTypeArguments();
        return of.getRawType() == Map.class
                ? Arbitraries.maps(text(20), ofType(arguments[1])).ofMaxSize(3)
                : ofType(arguments[0]).list().ofMaxSize(3);
    }

    private static Arbitrary<?> ofClass(Class<?> type) {
        if (type == String.class) {
            return Arbitraries.strings().all().ofMaxLength(40);
        }
        if (type == int.class || type == Integer.class) {
            return Arbitraries.integers();
        }
        if (type == BigDecimal.class) {
            return Arbitraries.bigDecimals().ofScale(3);
        }
        if (type == long.class || type == Long.class) {
            return Arbitraries.longs();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Arbitraries.of(true, false);
        }
        if (type == Instant.class) {
            return time();
        }
        if (type == OrderKey.class) {
            return OrderKeys.any();
        }
        if (type == Part.class) {
            return Arbitraries.integers().between(1, 40).map(of -> new Part("sync", of, of, of * 500));
        }
        if (type == SealedText.class) {
            return text(40).map(SealedText::new);
        }
        return type.isEnum() ? Arbitraries.of(List.of(type.getEnumConstants())) : record(type);
    }

    private static Arbitrary<Instant> time() {
        return Combinators.combine(
                        Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> text(int most) {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(most)
                .filter(text ->
                        !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    private static Constructor<?> canonical(Class<?> type) {
        var parts = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parts);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private static Object made(Constructor<?> constructor, List<? extends @Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.toString(), e);
        }
    }
}
