@NullMarked
package io.koobridge.tenant.login;

import org.jspecify.annotations.NullMarked;
