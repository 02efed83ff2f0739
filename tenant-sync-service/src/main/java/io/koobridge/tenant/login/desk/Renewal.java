package io.koobridge.tenant.login.desk;

import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.domain.LoginSession;

/** What a product's server is answered that asks whether somebody is still logged in. */
public sealed interface Renewal {

    record Renewed(LoginSession session) implements Renewal {}

    /** He logs in again, or may not. */
    record Over(LoginOutcome why) implements Renewal {}

    /** Nobody knows just now, and the last word was too long ago. */
    record Later() implements Renewal {}
}
