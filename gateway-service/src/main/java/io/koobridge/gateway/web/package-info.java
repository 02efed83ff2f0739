/** What operators ask this service, on the internal port. */
@NullMarked
package io.koobridge.gateway.web;

import org.jspecify.annotations.NullMarked;
