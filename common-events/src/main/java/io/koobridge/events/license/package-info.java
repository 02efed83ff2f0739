/** Licences and authorization codes: what the marketplace tells of them, and what became of them. */
@NullMarked
package io.koobridge.events.license;

import org.jspecify.annotations.NullMarked;
