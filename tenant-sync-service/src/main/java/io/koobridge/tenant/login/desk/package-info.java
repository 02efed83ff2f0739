/** One login from a code to a session, and a session from one renewal to the next. */
@NullMarked
package io.koobridge.tenant.login.desk;

import org.jspecify.annotations.NullMarked;
