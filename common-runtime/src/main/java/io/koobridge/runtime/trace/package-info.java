/** What ties everything to the call that caused it: carried always, recorded where a collector is configured. */
@NullMarked
package io.koobridge.runtime.trace;

import org.jspecify.annotations.NullMarked;
