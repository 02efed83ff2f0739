/** What every dialect of callback has in common: why a call is refused, and whose fault that is. */
@NullMarked
package io.koobridge.crypto.callback;

import org.jspecify.annotations.NullMarked;
