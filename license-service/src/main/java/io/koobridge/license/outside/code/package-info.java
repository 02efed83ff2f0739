/** The marketplace's interfaces for codes (license §5.3–5.6). */
@NullMarked
package io.koobridge.license.outside.code;

import org.jspecify.annotations.NullMarked;
