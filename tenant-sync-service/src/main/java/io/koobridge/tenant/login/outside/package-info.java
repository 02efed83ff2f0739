/** The enterprise's authentication centre, reached at public addresses alone, and the keys that vouch for what it said. */
@NullMarked
package io.koobridge.tenant.login.outside;

import org.jspecify.annotations.NullMarked;
