/** What other services may ask every service. */
@NullMarked
package io.koobridge.service.web;

import org.jspecify.annotations.NullMarked;
