package io.koobridge.tenant.outside;

import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.service.seal.Sealing;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;
import io.koobridge.tenant.reconcile.Wanted;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What users are reached by, and what else was told of them: sealed by the gateway, opened where somebody is told. */
public final class SealedUsers implements Wanted.Opened {

    private static final String EXTENSION = "extension.";

    private final Sealing users;

    public SealedUsers(Sealing users) {
        this.users = users;
    }

    @Override
    public Contact contact(User user) {
        return new Contact(
                open(user, "mobile", user.profile().mobile()),
                open(user, "email", user.profile().email()));
    }

    @Override
    public Map<String, String> extension(User user) {
        var opened = new TreeMap<String, String>();
        user.profile().extension().forEach((name, closed) -> {
            var text = open(user, EXTENSION + name, closed);
            if (text != null) {
                opened.put(name, text);
            }
        });
        return opened;
    }

    private @Nullable String open(User user, String field, @Nullable SealedText sealed) {
        return users.open(UserRow.sealedAs(user.tenantId(), user.userName()), field, sealed);
    }
}
