/** Licences: applications for them, issuing, uploads; and authorization codes. */
@NullMarked
package io.koobridge.license;

import org.jspecify.annotations.NullMarked;
