/** How the parts of a service are put together. */
@NullMarked
package io.koobridge.service.config;

import org.jspecify.annotations.NullMarked;
