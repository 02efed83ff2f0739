@NullMarked
package io.koobridge.tenant.login.ledger;

import org.jspecify.annotations.NullMarked;
