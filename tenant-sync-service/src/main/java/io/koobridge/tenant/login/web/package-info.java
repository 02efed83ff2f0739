/** What browsers and the product's server ask of a login. */
@NullMarked
package io.koobridge.tenant.login.web;

import org.jspecify.annotations.NullMarked;
