package io.koobridge.events.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Lets JSON keep the promise that NullAway makes for code: a record component that is not {@code @Nullable} is there and
 * not null, and lists hold no nulls. Otherwise what another process left out would show up as a null where no reader
 * looks for one. Counts for records of {@code @NullMarked} packages.
 */
final class RequiredMembers extends JacksonAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return component(member)
                .map(type -> !type.isAnnotationPresent(Nullable.class))
                .orElseGet(() -> super.hasRequiredMarker(config, member));
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return component(annotated)
                .map(type -> type.isAnnotationPresent(Nullable.class) ? Nulls.SET : Nulls.FAIL)
                .map(nulls -> JsonSetter.Value.construct(nulls, Nulls.FAIL))
                .orElseGet(() -> super.findSetterInfo(config, annotated));
    }

    /** Type of the record component that a parameter of a canonical constructor sets. */
    private static Optional<AnnotatedType> component(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return Optional.empty();
        }
        var type = parameter.getDeclaringClass();
        var components = type.getRecordComponents();
        return type.isRecord()
                        && type.getPackage().isAnnotationPresent(NullMarked.class)
                        && parameter.getOwner().getParameterCount() == components.length
                ? Optional.of(components[parameter.getIndex()].getAnnotatedType())
                : Optional.empty();
    }
}
