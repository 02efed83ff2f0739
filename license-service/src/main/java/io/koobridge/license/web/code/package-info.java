/** The door of the seller's software: activate, check, report use. */
@NullMarked
package io.koobridge.license.web.code;

import org.jspecify.annotations.NullMarked;
