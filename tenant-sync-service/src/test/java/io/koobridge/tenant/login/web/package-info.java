@NullMarked
package io.koobridge.tenant.login.web;

import org.jspecify.annotations.NullMarked;
