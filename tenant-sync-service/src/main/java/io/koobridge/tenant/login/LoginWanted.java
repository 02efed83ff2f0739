package io.koobridge.tenant.login;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether anybody shall log in: where settings of that are wrong or missing, nothing starts. */
final class LoginWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("koobridge.login.applications", Bindable.mapOf(String.class, Object.class))
                .map(applications -> !applications.isEmpty())
                .orElse(false);
    }
}
