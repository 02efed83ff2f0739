package io.koobridge.tenant.outside;

import io.koobridge.service.seal.Sealing;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;

/** What users are reached by: sealed by the gateway, opened where somebody is told of them. */
public final class UserContacts {

    private final Sealing users;

    public UserContacts(Sealing users) {
        this.users = users;
    }

    public Contact of(User user) {
        var subject = user.tenantId() + '/' + user.userName();
        return new Contact(
                users.open(subject, "mobile", user.profile().mobile()),
                users.open(subject, "email", user.profile().email()));
    }
}
