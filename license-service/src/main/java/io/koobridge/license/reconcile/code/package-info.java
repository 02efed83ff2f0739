/** What the marketplace is asked of codes, and when. */
@NullMarked
package io.koobridge.license.reconcile.code;

import org.jspecify.annotations.NullMarked;
