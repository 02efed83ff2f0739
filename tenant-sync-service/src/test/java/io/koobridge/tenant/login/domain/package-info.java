@NullMarked
package io.koobridge.tenant.login.domain;

import org.jspecify.annotations.NullMarked;
