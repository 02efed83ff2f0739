package io.koobridge.license;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether licences shall be signed, or anything is said of a key: where that is wrong or missing, nothing starts. */
final class SigningWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        return "signed".equalsIgnoreCase(settings.getProperty("koobridge.license.issuer.kind"))
                || Binder.get(settings)
                        .bind("koobridge.license.signing.keys[0]", Bindable.mapOf(String.class, String.class))
                        .isBound();
    }
}
