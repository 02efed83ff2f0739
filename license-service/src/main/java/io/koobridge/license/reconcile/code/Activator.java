package io.koobridge.license.reconcile.code;

import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;

/** Has the marketplace put a code into use. */
interface Activator {

    Step<AuthorizationCode> activate(Named named, AuthorizationCode code, Attempt attempt);
}
