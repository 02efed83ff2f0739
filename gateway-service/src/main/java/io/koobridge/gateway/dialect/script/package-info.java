/** How the words of a call become a translation, which is the same in every edition. */
@NullMarked
package io.koobridge.gateway.dialect.script;

import org.jspecify.annotations.NullMarked;
