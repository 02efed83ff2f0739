@NullMarked
package io.koobridge.tenant.login.outside;

import org.jspecify.annotations.NullMarked;
