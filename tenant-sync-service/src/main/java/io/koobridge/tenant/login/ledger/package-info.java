/** Sessions and the codes that were used: all that is remembered of logins. */
@NullMarked
package io.koobridge.tenant.login.ledger;

import org.jspecify.annotations.NullMarked;
