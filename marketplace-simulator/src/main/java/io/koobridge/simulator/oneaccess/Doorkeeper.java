package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks accounts and passwords. Whoever works in an enterprise may log in, authorized or not, enabled or not: refusing the others is
 * the seller's duty, and tests must see it.
 */
final class Doorkeeper {
    private final Enterprises enterprises;

    Doorkeeper(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    /** @param where which enterprises come into question */
    Optional<Present> enter(Entry entry, Predicate<Enterprise> where) {
        String account = entry.account();
        int at = account.lastIndexOf('@');
        String userName = at < 0 ? account : account.substring(0, at);
        List<Present> found = enterprises.listed().stream()
                .filter(where)
                .filter(each -> at < 0 || each.profile().tenantCode().equals(account.substring(at + 1)))
                .flatMap(each -> each.user(userName).map(known -> new Present(each, known)).stream())
                .filter(present -> same(present.known().password(), entry.password()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
