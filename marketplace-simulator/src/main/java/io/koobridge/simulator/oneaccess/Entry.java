package io.koobridge.simulator.oneaccess;

import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form.
 *
 * @param account a user name, or a user name, {@code @} and the tenantCode
 */
record Entry(String account, String password) {

    static Entry of(MultiValueMap<String, String> form) {
        return new Entry(
                Objects.requireNonNullElse(form.getFirst("account"), "").strip(),
                Objects.requireNonNullElse(form.getFirst("password"), ""));
    }

    @Override
    public String toString() {
        return "entry of " + account;
    }
}
